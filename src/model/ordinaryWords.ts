// Words that may begin a sentence with a capital and yet be no name. Only asked of the first word of a sentence that its article does
// not have: an answer in other words is honest, but "Merkel said" must not become "Schmidt said".

import { attributes, countNouns, determiners, linkWords, massNouns, smallWords, verbs } from '../reading/knownWords.ts';
import { properWords } from '../reading/properNames.ts';

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** Base forms; see `basesOf` for what is made of them. */
const own = words(
  'above accident accord accordingly account accuse achieve achievement across act activist activity actual add addition ' +
    'additional address administrative admit adult advance advantage adventure advice adviser advocate advocates affair afternoon ' +
    'aged agent ago agree aim ain air aircraft airline airstrike alarm alike allege allow almost alone along alongside already ' +
    'alternative although altogether am amazing ambassador amid among amount analyse analysis analyst analyze ancient animal ' +
    'anniversary announce annual answer anybody anyone anything anyway apart apartment apology apparent appear appearance applicant ' +
    'apply appoint approach appropriate approve are area aren arguable argue argument arise armed army around arrange arrest arrive ' +
    'art artist aside ask aspect assault assess assist associate association assume assumption athlete atmosphere attach attack ' +
    'attempt attend attention attorney attract auction audience author authority automatic average avoid award aware away baby back ' +
    'background bad bandit banker bar bare barely base baseline basic basis battle be beat beauty became because become been began ' +
    'begun being belief believe below benchmark best bid bill billions biography birth bitter blame blast block blogger boat body ' +
    'bomber bombing bone bonus book boost boss both bottom bought bound box boy brain brand breakthrough breed brief bright bring ' +
    'broad broadcast broadcaster brother brought brutal budget build built bureaucrat bus busy buyer cabin calculate call camera ' +
    'campaigner campaigners can cancel cancer candidate capable capital captain captor capture car card care carer carrier carry ' +
    'case cash cast catch category caught cause celebrate celebrity cell center centre century ceremony certain chair chairman ' +
    'challenge champion chance channel chaos chapter character charge charity chart chase cheap check chef chief child children ' +
    'choice chose chosen church circle circumstance citizen civil civilian claim clash class classic classroom clause clear cleric ' +
    'clever client climb clinic close clothes cloud club clue coach coalition code coin collapse colleague collect college color ' +
    'colour combat combine comedian comfort command commander comment commentator commercial commit communicate communication ' +
    'compare compete competitor compile complain complete complex component compose compress compute computer concept concern ' +
    'concert conclude concrete condition conduct confidence confident confirm confuse congratulate connect consequence ' +
    'conservationist conservative consider considerable consist consistent conspiracy constant construct consult consultant contact ' +
    'contain contest continue contrary contrast contribute controversial controversy convention converse convict convince cool ' +
    'corporate correct correspondent corrupt costly could couldn count couple courage course cousin cover craft crash create ' +
    'creative creature creditor crew crime crisis criteria critic critical criticism critics crowd crucial cruel cry curious current ' +
    'custom customer cut cycle cyclist cynic dad damage damn danger dark data datasets date daughter day dead deal dealer dealt dear ' +
    'death debt decent decide declare deep defeat defect defend defendant deficit definite degree delay delegate delight deliver ' +
    'demand demonstrate demonstrator dentist deny depart depend deploy deputy descend describe desert deserve design desire ' +
    'desperate despite destroy detail detain detective determine develop device devote dialogue dictate dictator did didn die diet ' +
    'differ different difficult dig dignity diner dinner diplomat direct director disagree disaster discipline discount discourage ' +
    'discover discuss display dispute distance distinct distribute diverse do doctor document does doesn dog domain dominant don ' +
    'donate done donor double doubt down dozen dozens drama draw drawn dream dress drew drink drive driven driver drone drove drug ' +
    'dry due dust duty dynamic eager earlier earliest early earn earthquake east easy eat eaten economist edit editor effect ' +
    'efficient effort egg eight eighty either elaborate elderly elect election electric element eleven eliminate elite else ' +
    'elsewhere email embassy emerge emergency emission emotion emphasis employ employee employer empty enable encounter encourage ' +
    'end endanger enemy energy engage engine engineer enjoy enormous enough enquiry ensure enter entire entrepreneur entry ' +
    'environment envoy episode equal equality equipment era error escape especially essay essential establish estimate ethic ' +
    'evaluate even event eventual everybody everyone everything everywhere evidence evident evil evolve exact examine except excess ' +
    'executive exercise exhibit exile exit expansion expect expense experience experiment expert explain explicit exploit explore ' +
    'explosion export expose express extend extensive extent extra extreme extremist eye fabric face facility fact factor fail ' +
    'failure fair faith fake fall fallen fame familiar families family famous fan far farm farmer fashion fast fatal fate father ' +
    'fault favor favour fear feature fed fee feel feeling fellow felt female fence few fiction field fierce fifty fighter figure ' +
    'file fill film final finding fine finger fire first fisherman fit fix flag flat flee fleet flew flexible flight float flood ' +
    'floor flow flown fly focus follow food footage football footballer forbid force forced forecast foreign foreigner forest ' +
    'forever forgive forgotten form former formerly formula forth fortune forty forward fought found foundation founder four frame ' +
    'fraud free freedom freeze frequent fresh friend friendly front fruit fuel full fully fun fund fundamental funeral furious ' +
    'furniture further future gain game gang gap gas gather gave gay gene general generate generation generous genetic gentle ' +
    'genuine get ghost giant gift girl give given glad glass global goal gold golf gone good gossip gotten government grade gradual ' +
    'graduate grand grant graph grateful grave great greatest grief gross ground group grow grown growth guarantee guard guardsmen ' +
    'guerrilla guess guest guide guilt gun gunfire gunman gunmen guy habit had hadn hair half halfway hall hand handle happen happy ' +
    'harass hard hardly harm harvest has hasn hate have haven he head headline headquarters headteacher health hear heard heart heat ' +
    'heaven heavy height held helicopter help hence her here hero herself hidden hide high highlight highway him himself hire his ' +
    'historian historic hit hole holiday home homes honest honor honour hope horrific horse hospital host hostage hot hotel hour ' +
    'house household housewife how however hug huge human hundred hundreds hungry hunt hurt husband hybrid hypothesis i ice icon ' +
    'ideal identify identity if ignore ill illegal illness image imagine immediate immigrant immune implement implication imply ' +
    'import important importantly impose impossible impress impression improve incident include increase indeed independence ' +
    'independent indicate individual inevitable inflation influence inform initial initialize initiative injure injury innocent ' +
    'innovate input inquiry inside insight insist inspect inspire instance instant instead institute instruct instruction instrument ' +
    'insult insurance insurer intellectual intelligent intend intense intent interact interest interior internet interpret interrupt ' +
    'interview introduce invade invasion invent invest investigate investigator investor invite involve is island isn isolate issue ' +
    'it item its itself jail jet jewel jihadist job join joint joke journalist journey judge judgment jump junior juror jury just ' +
    'justify keen keep key kick kill killer kilometre kind kiss kitchen knee knew knife knock know knowledge known label laboratory ' +
    'labour lack lady laid land landlord landmark landscape language large largely laser lately latest latter launch law lawmaker ' +
    'lawsuit lawyer lay layer lazy lead leader league leak leap learner least leather leave lecture led left legacy legal legend ' +
    'legendary legislation legislator lender lent less lesson let letter level liberal liberty library license lie lieutenant life ' +
    'lift light like likewise limit line link list listen literal literary literature little live living load loan local location ' +
    'lock logic lonely long longtime loose loser loss lost lot loud love lover low lowest loyal luck lucky lunch luxury machine ' +
    'magazine magic mail mainly maintain major make male man manage manager mandate mankind map margin marine marriage married marry ' +
    'mass massacre master match material mathematics may mayor meal mean meant meanwhile measure mechanic mechanism medal media ' +
    'medical medicine medium meet meeting member memoir memory men mental mention merchant mere merge merger message met metal ' +
    'method middle might migrant mile militant military militia milk millions mind mine minimal minister minor minute miracle ' +
    'miserable miss mission mistake mix mob mobile mode model moderate modest modify modular molecule mom moment monk month moral ' +
    'moreover mortgage mosque mostly mother motion mount mountain mouse mouth move movie much multiple mural murder muscle museum ' +
    'music musician must mutual my mystery myth naked name narrow native natural nature near nearly necessary neck negative ' +
    'negotiate negotiator neighbor neighborhood neighbour neither nerve nervous net network neural neutral never nevertheless ' +
    'newcomer news newspaper next nice niece night nine ninety no nobody noise nominate none nonetheless norm normal not notably ' +
    'note nothing notice novel now nuclear number numerous nurse object objective observe obstacle obtain obvious occasion occur ' +
    'ocean odd offbeat offence offend offensive offer office officer official offspring often oil oldest once one ongoing online ' +
    'only open opera operate operator opinion opponent opponents opportunity oppose opposite opposition optimist option oral orbit ' +
    'orchestra order ordinary organ organic organise organize origin orphan others otherwise our outbreak outcome outlet outline ' +
    'output outrage outside outsider overall overnight overseas oversee owing own owner oxygen pace pack package page paid pain ' +
    'paint painter painting pair palace panel panic paper parade paradox paragraph parameter pardon parent parliament part partial ' +
    'participate particular partner party pass passenger passion past pastor path patient pattern pause peace peak peasant pension ' +
    'people per perceive percent perfect perform performance performer perhaps peril period permanent permission permit persist ' +
    'person perspective persuade philosopher phone photo photograph photographer phrase physical physician physicist pick picnic ' +
    'picture piece pilgrim pilot pipeline pirate place plain plan plane planet plant plastic platform play player pleasure plenty ' +
    'plot plus poem poet poetry point poison police policymaker politician poll pollution pool poor pope popular population portion ' +
    'portrait position possess possible post potential poverty power practical praise prayer precise predecessor predict prefer ' +
    'pregnant premier premium prepare prescription presence present preserve presidency president press prestige presumably pretend ' +
    'pretty prevent previous priest primary prime principle print prior priority prison prisoner privacy private privilege prize ' +
    'probable problem procedure proceed process produce producer product profession professor profile profit profound program ' +
    'programme progress project prominent promise promote prompt proof proper property proponent proposal propose prosecute ' +
    'prosecutor prospect prosperity prostitute protect protester proud prove provide provider province provision psychologist public ' +
    'publication publish publisher pull punch punish pupil purchase pure purpose pursue push put puzzle qualify quality quantity ' +
    'quarter quest question queue quick quiet quit quite quote rabbit race racial racism radical radio rage raid railway rain raise ' +
    'rally ran random range rank rapid rapist rare rate rather ratio raw reach reached react reaction read reader ready realise ' +
    'reality realize reason rebel rebellion recall receive recent reception recession recipe recognise recognize recommend record ' +
    'recover recovery recruit red reduce refer reflect reform refugee refusal refuse regard regime region register regret regular ' +
    'regulation regulator reign reject rejection relate relation relative relax release relevant relief religion religious reluctant ' +
    'rely remain remains remark remedy remember remind remote remove rent repair repay repeat repeatedly replace reply report ' +
    'reporter represent republic reputation request require rescue rescuer research researcher reserve residence resident resign ' +
    'resist resistance resolution resolve resort resource respect respond response rest restaurant restore restrict result retail ' +
    'retailer retain retire retreat return reveal revenge revenue reverse review revise revolution revolutionary reward rhetoric ' +
    'rich rider rifle right riot rioter rise rival river road rob robber robot rocket role roll romantic roof room root rough round ' +
    'route routine royal rubbish ruin rule ruler rumor rumour run rural rush sacred sacrifice sad safe said sailor salary sale same ' +
    'sample sanction sang sat satellite satisfy save saving saw scale scandal scare scenario scene sceptic schedule scheme scholar ' +
    'school scientific scientist score scream screen script scroll sea search season seat secret secretary section sector secure ' +
    'security see seed seek seem seen segment seize select self sell senate senator send senior sense sent sentence separate sequel ' +
    'sequence series serious servant serve server service session set settle settlement settler seven seventy several severe sex ' +
    'sexual shadow shake shall shame shape share sharp she shelter shift ship shock shoe shook shoot shooter shop shopper short ' +
    'shortly shot should shouldn shout show shown sick side siege sight sign signature significant silence silent silly similar ' +
    'simple simulate since singer single sink sister site situation six sixty size skeptic ski skill skin skip skull sky slain slave ' +
    'slavery sleep slept slight slow small smart smile smoke smooth snow so social society soil solar sold soldier solid solitary ' +
    'solution solve some somebody somehow someone something sometimes somewhere son song soon sophisticated sorry sort sought soul ' +
    'sound source south southern space spare spark speak speaker special specialist species specific specify spectator speech speed ' +
    'spell spend spent spirit spiritual split spoke spoken spokesman spokeswoman sponsor sport spot spotted spouse spread spring spy ' +
    'squad square stable stadium staff stage stake stand standard star start state statement statistic statue status stay steady ' +
    'steal steel stem step stick still stimulate stock stolen stomach stood stop storage store storm story straight strange strategy ' +
    'stream street strength stress stretch strict strike striker string strong struck structure struggle stuck student study stuff ' +
    'stupid style subject submit subsequent suburb succeed success successor such sudden sue suffer suggest suicide suit sum summer ' +
    'sung sunlight super superior supply support supporter suppose sure surface surge surgeon surplus surprise surrender surround ' +
    'survey survival survivor suspect suspend suspicion suspicious sustain swear sweep sweet swim swimmer switch sword sworn symbol ' +
    'sympathy symptom system take taken tale talent talk tall tank tap tape target task tax taxi taxpayer tea teacher team teammate ' +
    'tear technical technique technology teen teenage teenager telephone television tell temperature temple temporary ten tenant ' +
    'tendency tennis tension term territory terror terrorism terrorist test testify testimony text thank that theatre theft their ' +
    'them theme themselves then theorist theory therapist therapy there thereby therefore these they thick thief thin thing think ' +
    'thirty this thorough those though thought thousand thousands thread threat threaten threw throat throughout throw thrown thumb ' +
    'thus ticket tie tiger tight time tiny tip tired title today together told tomorrow tongue tonight too took tool tooth top topic ' +
    'torn total touch tough tour tourism tourist tournament tower town toy trace track trade trader traditional traffic tragedy ' +
    'tragic trail train transfer transform transit translate transmit transport trap trauma travel traveller treasure treat ' +
    'treatment treaty tree tremendous trend trial tribe tribute trick trigger trip triumph troop tropical trouble truck true trust ' +
    'truth try tumour tune tunnel turn tutor tweet twelve twenty twice twin twist two type typical ugly ultimate unable ' +
    'unanticipated uncertain uncle underlying understand understood undertake underwater underweight unfortunate uniform union ' +
    'unique unit universal universe university unknown unless unlike unlikely unlock unprecedented until unusual unveil update upon ' +
    'uprising urban urge urgent use user usual utility utter vaccine vague valley valuable value vanish variable variation variety ' +
    'various vast vehicle vendor venture verdict verse version vessel veteran veto via viable vice vicious victim victory video view ' +
    'viewer village villain violation violence violent virgin virtual virtue virus visa visible vision visit visitor visual vital ' +
    'vocabulary vocal voice volcano volume volunteer vote vulnerable wage wages wait wake walk wall want warn warning warrant ' +
    'warrior was wash wasn waste watch watchdog water wave we weak wealth wealthy weapon weather wedding week weekend weekly weigh ' +
    'weird welcome welfare were weren western whale what whatever wheat wheel when whenever where whereas wherever whether which ' +
    'while whisper white who whoever whole why wide widespread widow width wife wild will willing wind window wine wing winner ' +
    'winter wire wisdom wise wish wit withdraw withdrawal within witness woke woman women won wonder wonderful wood word work worker ' +
    'workforce workplace world worldwide worn worry worship worst worth worthy would wouldn wound wreck wreckage write writer ' +
    'written wrong wrote yacht yard year yell yes yesterday yield you young youngest youngster your youth zero zone',
);

/** Endings that hardly any name has. */
const endsOrdinarily = /(?:.{4}ing|ous|ful|less|able|ible|ally|ingly|edly|ations?|ness|ical|ish(?:ed|es)?|i[sz]ed)$/u;
const namesInIng = new Set(
  'beijing browning cushing fleming harding hastings jiangxing keating kipling manning nanjing stirling sterling'.split(
    ' ',
  ),
);

const ordinary = new Set([
  ...words(
    'man cop pro abductor inference introduction description earlier thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety nine hundred',
  ),
  ...own,
  ...[smallWords, linkWords, determiners, massNouns, countNouns, verbs, attributes].flatMap((known) => [...known]),
]);

/** `researchers` → `researcher`, `research`; `applied` → `apply`. */
function basesOf(word: string): string[] {
  const bases = [word];
  const add = (ending: RegExp, ...instead: string[]) => {
    if (ending.test(word)) bases.push(...instead.map((end) => word.replace(ending, end)));
  };
  add(/s$/u, '');
  add(/es$/u, '', 'e');
  add(/ies$/u, 'y');
  add(/ed$/u, '', 'e');
  add(/ied$/u, 'y');
  add(/ing$/u, '', 'e');
  add(/(.)\1(?:ed|ing|ers?)$/u, '$1');
  add(/(?:er|or)s?$/u, '', 'e');
  add(/ly$/u, '', 'le');
  add(/ily$/u, 'y');
  add(/(?:ion|ions)$/u, '', 'e');
  add(/ations?$/u, '', 'e');
  add(/ments?$/u, '');
  add(/ness$/u, '');
  add(/al(?:ly)?$/u, '', 'e');
  add(/ful(?:ly)?$/u, '');
  add(/less$/u, '');
  add(/able$/u, '', 'e');
  add(/ists?$/u, '', 'y', 'ism');
  add(/i[sz]ed$/u, '');
  return bases;
}

/** @param word in small letters, e.g. `researchers` */
export function isOrdinary(word: string): boolean {
  if (word.includes('-')) return word.split('-').every(isOrdinary);
  if (properWords.has(word) && !ordinary.has(word)) return false;
  if (endsOrdinarily.test(word) && !namesInIng.has(word)) return true;
  const plain = /^(?:un|re|over|under|non|mis|dis|in|im)(?=\p{L}{4})/u.exec(word)?.[0] ?? '';
  return [word, word.slice(plain.length)].some((form) => basesOf(form).some((base) => ordinary.has(base)));
}
