// Names that keep their capitals, for titles written in title case. Countries, peoples and bodies that such titles name most.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Single words, lower case. */
export const properWords = words(
  'africa america americas asia europe australia oceania antarctica arctic atlantic pacific mediterranean balkans caribbean sahel caucasus ' +
    'china india japan korea russia ukraine germany france britain england scotland wales ireland italy spain portugal greece turkey ' +
    'poland hungary austria switzerland belgium netherlands luxembourg denmark sweden norway finland iceland estonia latvia lithuania ' +
    'czechia slovakia slovenia croatia serbia bosnia kosovo montenegro albania macedonia bulgaria romania moldova belarus georgia armenia ' +
    'azerbaijan kazakhstan uzbekistan turkmenistan kyrgyzstan tajikistan afghanistan pakistan bangladesh nepal bhutan myanmar burma ' +
    'thailand vietnam laos cambodia malaysia singapore indonesia philippines taiwan mongolia iran iraq syria lebanon israel palestine ' +
    'gaza jordan egypt libya tunisia algeria morocco sudan ethiopia eritrea somalia kenya uganda tanzania rwanda burundi congo nigeria ' +
    'ghana senegal mali niger chad cameroon angola zambia zimbabwe mozambique botswana namibia malawi madagascar qatar kuwait bahrain ' +
    'oman yemen canada mexico cuba haiti jamaica guatemala honduras nicaragua panama colombia venezuela ecuador peru bolivia brazil ' +
    'paraguay uruguay argentina chile greenland cyprus malta hormuz suez crimea kashmir tibet xinjiang catalonia ' +
    'chinese indian japanese korean russian ukrainian german french british english scottish irish italian spanish portuguese greek ' +
    'turkish polish hungarian austrian swiss belgian dutch danish swedish norwegian finnish american african asian european iranian ' +
    'iraqi syrian israeli palestinian egyptian ethiopian kenyan nigerian ghanaian canadian mexican cuban venezuelan brazilian argentine ' +
    'chilean fed treasury nile danube rhine mekong ganges weimar westminster afghan pakistani bangladeshi taiwanese vietnamese thai indonesian saudi soviet arab kurdish islamic muslim christian jewish ' +
    'western eurasian eurozone brexit nato opec unesco unicef asean mercosur brics covid bitcoin keynes keynesian marx marxist marxism ' +
    'smith hayek friedman ricardo malthus piketty washington beijing moscow london paris berlin brussels tokyo delhi seoul pyongyang ' +
    'kyiv ankara tehran jerusalem geneva davos vienna versailles westphalia maastricht ' +
    'january february march april may june july august september october november december',
);

/** Names of several words, as they are written. */
export const properPhrases: readonly string[] = [
  'North Korea',
  'South Korea',
  'North Africa',
  'South Africa',
  'West Africa',
  'East Africa',
  'East Asia',
  'South Asia',
  'Southeast Asia',
  'Central Asia',
  'Eastern Europe',
  'Western Europe',
  'Central Europe',
  'Latin America',
  'South America',
  'North America',
  'Middle East',
  'Far East',
  'Near East',
  'Global South',
  'Global North',
  'Saudi Arabia',
  'United States',
  'United Kingdom',
  'United Nations',
  'European Union',
  'African Union',
  'Soviet Union',
  'New Zealand',
  'Sri Lanka',
  'Hong Kong',
  'Costa Rica',
  'El Salvador',
  'Sierra Leone',
  'Ivory Coast',
  'South Sudan',
  'South China Sea',
  'East China Sea',
  'Black Sea',
  'Red Sea',
  'Baltic Sea',
  'Taiwan Strait',
  'Strait of Hormuz',
  'Suez Canal',
  'Panama Canal',
  'Persian Gulf',
  'Horn of Africa',
  'Korean Peninsula',
  'Indo-Pacific',
  'Security Council',
  'General Assembly',
  'World Bank',
  'International Monetary Fund',
  'World Trade Organization',
  'World Health Organization',
  'Federal Reserve',
  'European Central Bank',
  'Bank of England',
  'Bank of Japan',
  'International Criminal Court',
  'Supreme Court',
  'Cold War',
  'First World War',
  'Second World War',
  'World War',
  'Great Depression',
  'Great Recession',
  'Industrial Revolution',
  'Belt and Road',
  'Belt and Road Initiative',
  'Silk Road',
  'Bretton Woods',
  'Paris Agreement',
  'Kyoto Protocol',
  'Marshall Plan',
  'New Deal',
  'Green Deal',
  'Washington Consensus',

  'Wall Street',
  'White House',
  'Arab Spring',
  'Monroe Doctrine',
  'Nobel Prize',
  'Adam Smith',
  'Black Death',
  'Gold Coast',
  'Middle Ages',
];
