// Short essays of our own, full of facts that can be changed, each with what an honest reader might say of it in other words.

export interface Essay {
  readonly title: string;
  readonly text: string;
  /** Honest: other words, the same facts. */
  readonly retold: readonly string[];
}

export const essays: readonly Essay[] = [
  {
    title: 'What was agreed at Bretton Woods',
    text: `In July 1944 more than 700 delegates from 44 countries met in a hotel at Bretton Woods, New Hampshire, to plan the money of the post-war world. John Maynard Keynes led the British delegation and Harry Dexter White the American one.

White's plan prevailed. Currencies were tied to the dollar, and the dollar to gold at $35 an ounce. Two institutions were founded to keep the order: the International Monetary Fund and the International Bank for Reconstruction and Development. “We have had to perform at one and the same time the tasks appropriate to the economist, to the financier, to the politician,” Keynes said in his closing speech on 22 July 1944.

The order lasted for 27 years. On 15 August 1971 Richard Nixon ended the exchange of dollars for gold, and by March 1973 the large currencies floated. The Fund outlived the system it was built for and had 190 members in 2021.`,
    retold: [
      'Delegates from forty-four countries designed a monetary order in New Hampshire in 1944. It ended after 27 years, when Nixon stopped exchanging dollars for gold.',
      "The American plan, written by White, won over Keynes's. It fixed the dollar at 35 dollars an ounce of gold and created the IMF.",
      'On August 15, 1971, Richard Nixon closed the gold window; major currencies floated by March of 1973.',
      'Although the system collapsed, the International Monetary Fund survived and counted 190 members in 2021.',
    ],
  },
  {
    title: 'A canal and its bottleneck',
    text: `The Suez Canal was opened on 17 November 1869 after ten years of work. Ferdinand de Lesseps, a French diplomat, had persuaded Said Pasha of Egypt to grant the concession, and more than 200,000 shares went to French investors. In 1875 the British government bought the Egyptian ruler's shares for £4 million.

Gamal Abdel Nasser nationalised the canal on 26 July 1956. Britain, France and Israel attacked in October, and withdrew under pressure from Washington. After the war of 1967 the canal stayed closed for eight years.

Today it carries about 12 per cent of world trade. In March 2021 the Ever Given, a container ship 400 metres long, ran aground and blocked it for six days. Lloyd's List estimated that the jam held up goods worth $9.6 billion a day.`,
    retold: [
      'After a decade of construction the canal opened in November 1869. De Lesseps had won the concession from Egypt.',
      'Nasser took the canal into state ownership in July 1956, and Israeli, British and French forces attacked that October.',
      'Roughly 12% of the trade of the world passes through Suez. A 400-metre ship blocked it for 6 days in March 2021.',
      "Goods worth 9.6 billion dollars were delayed each day, according to Lloyd's List.",
    ],
  },
  {
    title: 'When a loaf cost billions',
    text: `In January 1923 French and Belgian troops occupied the Ruhr, and the German government paid striking workers with new money. By November 1923 one dollar cost 4.2 trillion marks. Prices doubled every four days at the worst time, and the Reichsbank used 133 printing firms with 1,783 machines.

The end came quickly. On 15 November 1923 the Rentenmark was issued, backed by a mortgage on land and industry. One Rentenmark replaced 1 trillion paper marks. Hjalmar Schacht, then currency commissioner and from December president of the Reichsbank, refused further credit to the government.

Costantino Bresciani-Turroni, an Italian economist who worked in Berlin, later wrote the best known study. Savings of the middle class had been wiped out; debts had been, too.`,
    retold: [
      'Occupation of the Ruhr in January 1923 led Germany to pay strikers with freshly printed money, and a dollar rose to 4.2 trillion marks by November.',
      'The currency reform of 15 November 1923 introduced the Rentenmark. Schacht then denied the government any further credit.',
      "At its height, German inflation made prices double every 4 days; 133 firms with 1783 presses printed the Reichsbank's notes.",
      'Debtors gained while middle-class savers lost everything, as the Italian economist Bresciani-Turroni described.',
    ],
  },
  {
    title: 'The treaty that healed the sky',
    text: `In 1974 Mario Molina and Sherwood Rowland warned that chlorofluorocarbons destroy ozone. Eleven years later three scientists of the British Antarctic Survey reported a hole over Antarctica. The Vienna Convention of 1985 promised research, not cuts.

Cuts came with the Montreal Protocol, which 24 countries and the European Economic Community signed on 16 September 1987. It asked rich countries to halve consumption by 1998. A fund, set up in London in 1990, paid poorer countries for the change; by 2020 it had spent $3.9 billion.

In 2009 the protocol became the first treaty of the United Nations with universal membership. Its parties have phased out 98 per cent of ozone-depleting substances. Molina and Rowland shared the Nobel Prize in Chemistry in 1995 with Paul Crutzen.`,
    retold: [
      'The warning of Molina and Rowland in 1974 was confirmed in 1985, when a British team found the Antarctic hole.',
      'Signed by twenty-four countries in September 1987, the Montreal Protocol asked wealthy nations to cut consumption by half.',
      'The UN treaty reached universal membership in 2009. It has removed 98% of the substances that deplete ozone, and its fund has spent $3.9bn.',
      'Three chemists were honoured with the Nobel Prize in 1995: Crutzen, Molina and Rowland.',
    ],
  },
  {
    title: 'Thirteen billion dollars and a condition',
    text: `George Marshall announced his plan at Harvard University on 5 June 1947. Between 1948 and 1952 the United States gave $13.3 billion to 16 countries of Western Europe, about 2 per cent of American output. The United Kingdom received $3.2 billion, France 2.7 billion and West Germany 1.4 billion.

The money came with a condition: Europeans had to agree among themselves how to divide it. The Organisation for European Economic Co-operation was founded in Paris in April 1948 for that purpose. It is the ancestor of the OECD.

Historians disagree about the effect. Alan Milward argued in 1984 that recovery was under way before the first ship arrived. Barry Eichengreen and Bradford DeLong replied that the plan mattered less for its dollars than for the policies it made possible.`,
    retold: [
      "Marshall's programme, announced in June 1947, sent 13.3 billion dollars to sixteen Western European countries.",
      'Britain got the largest share, 3.2 billion dollars, ahead of France with $2.7bn and Germany with $1.4bn.',
      'Whether the aid mattered is disputed: Milward thought the recovery had already begun, while DeLong and Eichengreen stressed the policies.',
      'Europe had to divide the money itself, and founded the OEEC in Paris for it in 1948.',
    ],
  },
  {
    title: 'A currency without a state',
    text: `The euro began on 1 January 1999 as the money of 11 countries, in accounts only. Greece joined in 2001 at a rate of 340.75 drachmas. Notes and coins followed on 1 January 2002, when about 8 billion notes had been printed. Wim Duisenberg, a Dutch economist, was the first president of the European Central Bank in Frankfurt.

Its largest test began in October 2009, when George Papandreou revealed that the Greek deficit was far above the 3 per cent the treaty allows. Greece needed three programmes. On 26 July 2012 Mario Draghi said in London that the bank would do “whatever it takes to preserve the euro”.

Croatia became the 20th member on 1 January 2023. Sweden, which has no exemption, stays outside; its voters refused the currency by 56 per cent in September 2003.`,
    retold: [
      'Eleven countries started the euro in 1999; Croatia joined as the twentieth in January 2023.',
      'Draghi promised in July 2012 to do "whatever it takes" for the currency. The Greek crisis had begun in October 2009.',
      "The ECB's first head was Duisenberg, from the Netherlands. Swedish voters rejected the euro in 2003.",
      'The treaty allows deficits of 3%, a limit that Greece had exceeded by far, as Papandreou admitted.',
    ],
  },
  {
    title: 'The profits of a glass house',
    text: `Queen Victoria opened the Great Exhibition in Hyde Park on 1 May 1851. Joseph Paxton had designed the Crystal Palace of iron and 300,000 panes of glass; it was 1,851 feet long and took nine months to build. When it closed on 15 October, 6 million tickets had been sold and 14,000 exhibitors had shown their goods.

Prince Albert and Henry Cole, who had pushed the plan through, were left with a surplus of £186,000. They bought 87 acres in South Kensington, where museums and colleges stand today. Thomas Cook brought 150,000 visitors to London by train.

On Mondays to Thursdays entrance cost one shilling from late May on. That price, more than any exhibit, made it an exhibition for everybody.`,
    retold: [
      'The exhibition of 1851 drew six million visitors to Hyde Park and left a surplus of 186,000 pounds.',
      "Paxton's building used 300000 panes of glass. Fourteen thousand exhibitors filled it until October 15.",
      'With the profit, Cole and Prince Albert acquired land in South Kensington for museums.',
      'Cheap entrance opened the fair to ordinary people; Cook alone brought 150,000 of them by train.',
    ],
  },
  {
    title: 'Five ministers and a strong dollar',
    text: `On Sunday, 22 September 1985, finance ministers of five countries met at the Plaza Hotel in New York. James Baker of the United States wanted a weaker dollar; Noboru Takeshita of Japan agreed, because Congress threatened tariffs. France, West Germany and the United Kingdom joined.

Within a day the dollar fell by 4 per cent. It stood at 242 yen before the meeting and at 153 yen a year later. The American trade deficit reached $152 billion in 1987 all the same before it shrank.

In Japan exporters suffered, and the Bank of Japan cut its rate five times to 2.5 per cent by February 1987. Land and shares became a bubble: the Nikkei reached 38,916 on 29 December 1989. Whether the accord or the cheap money was to blame is still debated.`,
    retold: [
      'At the Plaza Hotel in September 1985 five governments agreed to weaken the dollar. Baker pressed for it; Takeshita feared American tariffs.',
      'The dollar dropped 4% within one day and from 242 to 153 yen within a year.',
      "The Bank of Japan's 5 rate cuts, down to 2.5%, fed a bubble in which the Nikkei climbed to 38916.",
      'German, French and British ministers took part as well. Economists still dispute whether the agreement caused the Japanese bubble.',
    ],
  },
  {
    title: 'Twenty-seven dollars in Jobra',
    text: `In 1976 Muhammad Yunus, who taught economics at Chittagong University, lent $27 to 42 families in the village of Jobra in Bangladesh. All of them paid him back. In October 1983 his project became the Grameen Bank by law, with the government holding 60 per cent of the capital at first.

By 2006 the bank had 6.6 million borrowers, 97 per cent of them women, and Yunus shared the Nobel Peace Prize with it on 13 October. Imitators followed in more than 40 countries.

The evidence came late. Six randomised trials, published together in January 2015 by Abhijit Banerjee, Dean Karlan and Jonathan Zinman, found “modestly positive, but not transformative, effects”. In Hyderabad, where Spandana lent about 10,000 rupees to a client, the profits of most small firms hardly rose.`,
    retold: [
      'Yunus began with 27 dollars for forty-two families in 1976. In 2006 he and the Grameen Bank won the Nobel Peace Prize.',
      "Ninety-seven per cent of the bank's 6.6 million borrowers were women in 2006.",
      'Trials published in 2015 found "modestly positive" effects that were "not transformative". Profits in Hyderabad hardly rose.',
      'Bangladeshi law turned the project into a bank in 1983, at first with the state owning 60%.',
    ],
  },
  {
    title: 'The bet about five metals',
    text: `In September 1980 Julian Simon and Paul Ehrlich made a bet. Ehrlich, a biologist at Stanford University, expected scarcity; Simon, an economist at the University of Illinois, expected ingenuity. They chose copper, chromium, nickel, tin and tungsten, worth $200 each, and looked ten years ahead.

World population grew by more than 800 million in that decade, the largest increase in history. Yet all five prices fell after inflation. In October 1990 Ehrlich sent a cheque for $576.07 from California.

Simon had been lucky. Kiel, Matheson and Golembiewski showed in 2010 that he would have lost in most other decades of the 20th century. What the bet proves is smaller than both men thought: a price tells of demand, of new mines and of recessions, and only then of what the earth holds.`,
    retold: [
      'Simon won the wager of 1980: 10 years later all five metals were cheaper after inflation, and Ehrlich paid $576.07.',
      'Luck played its part, as a study of 2010 showed: in most decades of the twentieth century Simon would have lost.',
      "Ehrlich's pessimism was refuted although the number of people grew by over 800 million.",
      'Copper, tin, nickel, tungsten and chromium were bought for 200 dollars each; the Stanford biologist lost.',
    ],
  },
];
