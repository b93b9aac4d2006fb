/** What the account's owner is called on their own row, in place of a degree. */
const YOU = 'You|Sie|Du|Vous|Toi|Tú|Usted|Você|Tu|Lei|U|Jij|あなた|自分|أنت|你|您|나|회원님|Вы|Ty|Sen|Siz';
const BULLET = '[•·∙‧・]';

/** "· 2nd", "• 3 度+", "· 2.", "• 3e et +": connection degrees in the languages of LINKEDIN.md §1f; "• You" on one's own row. */
const TAIL = new RegExp(
  `\\s*${BULLET}\\s*(?:[1-3](?!\\d)[^\\d•·]{0,12}|ال(?:أولى|ثانية|ثالثة)\\+?|${YOU})$`,
  'u',
);
const DEGREE = new RegExp(
  `^${BULLET}?\\s*[1-3]\\s?(?:st|nd|rd|er|re|e|è|ème|\\.?[º°ª]|\\.|do|ro|:[ae]|-[йяе]|度|次|촌|degree)?\\s?(?:\\+|(?:et|e|y|en|und|og|och)\\s\\+)?(?:\\s+degree.*)?$`,
  'iu',
);
/** A degree in words ("• الثانية"), or anything else that LinkedIn puts behind a name in this way. */
const BADGE = new RegExp(`^${BULLET}\\s*[^•·∙‧・]{1,24}$`, 'u');
const OWN_BADGE = new RegExp(`^${BULLET}\\s*(?:${YOU})$`, 'u');

/** True for a connection degree and nothing else: "2nd", "3.+", "3e et +", "2.º". */
export function isDegree(text: string): boolean {
  return DEGREE.test(text);
}

/** True for what stands behind a name like a degree: a bullet and a word or two. */
export function isBadge(text: string): boolean {
  return DEGREE.test(text) || BADGE.test(text);
}

/** True for the mark on the row of the account's own owner: "• You". */
export function isOwnBadge(text: string): boolean {
  return text.length < 12 && OWN_BADGE.test(text);
}

/** The name without the degree behind it. */
export function withoutDegree(name: string): string {
  return name.replace(TAIL, '');
}
