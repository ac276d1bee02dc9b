// Words whose class is known, so that a title can be put into a sentence: which may be written small, which need an article.
// A title with a word that is in none of these lists is quoted instead. All in lower case.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Written small inside a title. */
export const smallWords = words(
  'a an the of in on at by for from to with without and or nor but as into onto over under between among across after before ' +
    'during against beyond about around through towards toward within vs versus per via than since until near amid behind is are was were be been being am ' +
    'do does did has have had can could will would should must may might not no its his her their our your my it they we you ' +
    'he she who what why how when where which whose whether that this these those there if so still yet only just more most less ' +
    'least much many few all any each every both some such other another new old too very also again now never us worse better well once twice slowly quickly fast always up down out off',
);

/** Words that link nouns within a noun phrase. */
export const linkWords = words('of in on for between and with across after at from within under against among without');

/** Determiners that a noun phrase may begin with. */
export const determiners = words('the a an our its their his her your my this these no every each some');

/** Nouns that need no article in the singular. */
export const massNouns = words(
  'inflation deflation growth trade money debt finance banking policy diplomacy security defence defense development poverty inequality ' +
    'employment unemployment labour labor education health healthcare migration immigration globalisation globalization democracy ' +
    'capitalism socialism populism nationalism protectionism multilateralism power energy oil gas coal water food agriculture industry ' +
    'investment consumption demand supply production productivity innovation technology intelligence regulation competition taxation ' +
    'welfare justice law governance corruption cooperation integration climate adaptation mitigation sovereignty peace war conflict ' +
    'terrorism deterrence sanctions microcredit credit insurance risk uncertainty volatility stagflation austerity stimulus liquidity ' +
    'privacy cash cryptocurrency aid humanitarianism legitimacy stability resilience independence leadership information misinformation ' +
    'economics politics geopolitics ethics statistics research science history theory evidence practice philosophy culture society ' +
    'literature hyperinflation gender weaponisation weaponization land tourism easing ageing aging surveillance propaganda accountability transparency sustainability arms thrift gold silver infrastructure transport housing tourism manufacturing automation steel wheat grain nuclear disarmament espionage ' +
    'convergence divergence decolonisation decolonization urbanisation urbanization dollarisation dollarization data influence ' +
    'statecraft reform change access progress behaviour behavior expertise secrecy trust income revenue wheat soybeans hegemony neutrality nonproliferation proliferation',
);

/** Nouns that want an article in the singular. */
export const countNouns = words(
  'relationship relation tie alliance treaty agreement pact deal accord border neighbour neighbor state nation country region continent ' +
    'economy market bank currency tariff tax subsidy budget deficit surplus price wage rate cost benefit income asset bond stock loan ' +
    'payment balance account crisis recession depression shock cycle bubble panic crash recovery boom election vote party government ' +
    'parliament president minister court union federation empire army navy weapon missile strait sea river canal port route road chain ' +
    'corridor zone bloc summit conference organisation organization institution agency fund council commission committee system order ' +
    'model theory framework index measure target goal rule norm standard right duty interest incentive expectation household firm company ' +
    'corporation worker farmer consumer producer voter citizen migrant refugee population city town village community movement revolution ' +
    'war conflict dispute tension threat risk challenge problem question debate dilemma paradox puzzle trap myth lesson limit cause ' +
    'consequence effect impact role rise fall decline end return future past origin case argument idea view approach strategy policy plan ' +
    'reform programme program project initiative experiment trial view perspective century ' +
    'decade era age generation gap divide shift transition transformation turn race game choice trade-off balance barrier instrument ' +
    'tool mechanism process network platform machine robot algorithm vaccine pandemic disease drug mineral metal resource commodity ' +
    'forest ocean desert emission transfer remittance pension school university student teacher woman women man men people child children ' +
    'family minority majority elite class money-market exchange reserve standard coin euro dollar pound yen rouble ruble franc peso rupee yuan curse earth token wallet regulation industry power sanction ' +
    'investment adjustment mechanism negotiation intervention occupation invasion war partnership rivalry competition campaign protest ' +
    'constitution dictatorship autocracy democracy monarchy republic superpower hegemon ally enemy rival partner front belt wall bridge ' +
    'satellite chip semiconductor car vehicle battery factory plant supply-chain value law theorem curve multiplier price-cap cap ceiling ' +
    'floor dividend charter doctrine protocol convention declaration embargo blockade boycott quota fisher fishery estuary critic scramble default bomb trouble outlook lender saver investor refugee camp coup island hub monopoly cartel start-up startup gender-gap referendum treaty-port skill job wage-gap ' +
    'call meeting workshop webinar seminar lecture symposium congress package review report newsletter award podcast interview week edition talk speech book essay paper study survey network forecast dilemma shield veto scenario',
);

/** Verbs of titles; written small, but never part of a topic. */
export const verbs = words(
  'fail fails failed survive survives survived lend lends borrow borrows read reads matter matters mattered forgive remain remains replace ' +
    'replaces pay pays talk talks govern governs work works worked own owns mean means win wins won lose loses lost get gets got give gives ' +
    'take takes make makes made go goes grow grows rise rises fall falls fell break breaks broke build builds built buy buys sell sells ' +
    'keep keeps lead leads learn learns know knows think thinks say says tell tells show shows need needs want wants help helps hurt hurts ' +
    'stop stops start starts begin begins end ends save saves spend spends cut cuts raise raises use uses fight fights die dies live lives ' +
    'become becomes change changes drive drives shape shapes explain explains affect affects threaten threatens trust understand ignore ' +
    'reform abolish ban tax regulate invest save trade cooperate compete negotiate succeed succeeds collapse collapses return returns ' +
    'persist persists last lasts thrive happen happens happened went come comes came care cares fear owe owes sanction intervene adopt ' +
    'join leave abandon apologise apologize teach teaches taught misread misunderstand measure find finds found forget forgets run runs ' +
    'decide decides set sets print prints hold holds look looks wage wages let lets doing being having making growing winning losing failing',
);

/** Adjectives and attributes of nouns. */
export const attributes = words(
  'monetary fiscal economic financial political social international global regional national local public private foreign domestic ' +
    'central digital green nuclear military strategic human natural cultural historical legal environmental industrial agricultural ' +
    'commercial colonial post-colonial postcolonial imperial democratic authoritarian liberal illiberal conservative populist modern ' +
    'ancient early late recent current new old next last first second third long short small large big great high low fast slow rising ' +
    'falling growing shrinking hidden forgotten silent quiet soft hard open closed free fair unfair equal unequal universal basic minimum ' +
    'maximum real nominal sovereign external internal bilateral multilateral rare critical strategic safe fragile failed emerging ' +
    'developing developed advanced poor rich wealthy common collective just moral ethical optimal quantitative negative positive zero ' +
    'neutral independent artificial renewable fossil clean dirty cheap expensive informal formal urban rural coastal maritime territorial ' +
    'ethnic religious behavioural behavioral macroeconomic microeconomic geopolitical transatlantic cross-border post-war postwar interwar ' +
    'peaceful violent uneasy strained troubled complex changing shifting uncertain unlikely unfinished wealth carbon inflationary ' +
    'demographic technological cyber humanitarian constitutional electoral parliamentary presidential federal unconventional lost invisible obsolete visible dangerous brave welfare three two three four',
);
