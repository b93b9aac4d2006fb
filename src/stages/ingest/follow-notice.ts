/** What a notification says behind the name of a new follower, in the languages we know. */
const NOTICES: readonly string[] = [
  '(?:has |have )?(?:just )?started following you|(?:is|are) now following you|followed you',
  'folg(?:t|en) (?:ihnen|dir)(?: jetzt| nun)?|(?:hat|haben) begonnen,? (?:ihnen|dir) zu folgen',
  '(?:a|ont) commencé à (?:vous|te) suivre|vous suit|vous suivent',
  '(?:ha|han) (?:empezado|comenzado) a seguirte|(?:empezó|comenzó) a seguirte|ahora te sigue',
  'começ(?:ou|aram) a seguir você|está seguindo você|agora segue você',
  '(?:ha|hanno) iniziato a seguirti|ora ti segue',
  '(?:volgt|volgen) (?:u|je)(?: nu)?|is (?:u|je) gaan volgen',
  '(?:har )?(?:börjat följa|begyndt at følge|begynt å følge) (?:dig|deg)|følger (?:dig|deg) nå|följer dig nu',
  '(?:obserwuje cię|(?:zaczął|zaczęła) cię obserwować)|sizi takip etmeye başladı|подписал(?:ся|ась|ись) на (?:вас|ваш.{0,30})',
  '(?:さん)?があなたをフォロー(?:しました|し始めました)|(?:开始)?关注了[您你]|님이 회원님을 팔로우.{0,10}|بدأ[ت]? (?:في )?متابعتك|بدأ[ت]? بمتابعتك',
];
const NOTICE = new RegExp(`^\\s*(?:\\S.{0,60}?\\s)?(?:${NOTICES.join('|')})\\s*[.!。]?$`, 'iu');
const MAX_LENGTH = 120;

/** True for what stands behind a name when it says that they follow the reader from now on: "and 2 others started following you". */
export function isFollowNotice(text: string): boolean {
  return text.length <= MAX_LENGTH && NOTICE.test(text);
}
