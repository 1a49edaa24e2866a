/**
 * Long passphrases that many people choose: lines of films, songs, prayers and plays, clubs, walks over a keyboard,
 * and what offices hand out. Letters and digits only, in lower case. Short ones are refused by their length already.
 */
export const COMMON_PASSPHRASES: ReadonlySet<string> = new Set(
  `
  1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv 1qazxsw23edcvfr4 q1w2e3r4t5y6u7i8
  qwertyuiopasdfg qwertyuiopasdfgh qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm asdfghjklzxcvbnm qazwsxedcrfvtgb
  zaq12wsxcde34rfv qwertyuiop12345 qwertyuiop123456 1234567890qwertyuiop zxcvbnmasdfghjkl
  mypasswordispassword passwordpassword thisismypassword thisisapassword thisismypassphrase thisisapassphrase
  mysecretpassword mysecretpassphrase changethispassword changethispassphrase pleasechangeme pleasechangethis
  ineedanewpassword iforgotmypassword idontknowmypassword nopasswordneeded notmypassword mynewpassword
  passphrasepassphrase averylongpassword averylongpassphrase alongpassphrase defaultpassword defaultpassphrase
  administrator administratoradministrator adminpassword adminadminadmin rootpassword superadministrator
  temporarypassword temporarypassphrase welcometocandour candourcandour letmeinplease pleaseletmein opensesame
  correcthorsebatterystaple correcthorsebattery horsebatterystaple thequickbrownfox quickbrownfoxjumps
  thequickbrownfoxjumpsoverthelazydog loremipsumdolorsitamet tobeornottobe tobeornottobethatisthequestion
  onceuponatime onceuponatimeinamerica maytheforcebewithyou iamyourfather lukeiamyourfather winteriscoming
  supercalifragilisticexpialidocious houstonwehaveaproblem showmethemoney theresnoplacelikehome
  franklymydearidontgiveadamn elementarymydearwatson ivegotabadfeelingaboutthis illbebackillbeback
  youshallnotpass onering onetworingtorulethemall oneringtorulethemall expectopatronum harrypotter hogwartsschool
  iloveyouiloveyou iloveyousomuch iloveyouforever iloveyoubaby iloveyoumorethananything ilovemyfamily ilovemychildren
  ilovemyhusband ilovemywife ilovemykids alwaysandforever foreverandalways livelaughlove livelovelaugh
  followyourdreams carpediem sexdrugsandrocknroll
  ourfatherwhoartinheaven thelordismyshepherd jesuslovesme godisgoodallthetime inthebeginning jesuschrist
  allyouneedislove letitbeletitbe heyjudeheyjude bohemianrhapsody stairwaytoheaven wonderwallwonderwall
  imaginealltthepeople yellowsubmarine weallliveinayellowsubmarine godsavetheking godsavethequeen rulebritannia
  youllneverwalkalone itscominghome manchesterunited manchestercity liverpoolfc liverpoolfootballclub
  tottenhamhotspur newcastleunited westhamunited astonvilla nottinghamforest sheffieldwednesday wolverhamptonwanderers
  arsenalfootballclub chelseafootballclub glasgowrangers glasgowceltic theblueaftermidnight
  nationalhealthservice nationalhealth mentalhealth mentalhealthservices mentalhealthtrust healthcare socialcare
  highintensitynetwork serenityintegratedmentoring serenity stopsim caldicottguardian dataprotectionofficer
  dataprotectionact generaldataprotectionregulation computersaysno helpdeskhelpdesk servicedesk
  januaryfebruarymarch mondaytuesdaywednesday onetwothreefourfive onetwothreefour redorangeyellow abcdefghijklmnop
  unitedkingdom greatbritain londonengland happybirthday merrychristmas happynewyear springsummerautumn
  autumnwinterspring summersummersummer
  `
    .split(/\s+/)
    .filter((phrase) => phrase !== ''),
);
