import { isBadge } from './connection-degree.ts';
import { isPronouns } from './person-text.ts';

const ADVERT =
  /^(?:promoted|sponsored|anzeige|gesponsert|promu|sponsorisé|promocionado|patrocinado|promovido|promosso|sponsorizzato|gepromoot|gesponsord|プロモーション|إعلان مُموَّل|推广|推廣|광고)$/iu;

/** Words of the page itself that stand in a person's row: buttons, degrees, status, dates, counts. */
const ROW_FURNITURE: readonly RegExp[] = [
  /^[^\p{L}\p{N}]*$/u,
  /^Status is /iu,
  /^View .+ profile$/iu,
  /^Member['’]s (?:name|occupation)$/iu,
  /^(?:follow|following|follow back|connect|message|pending|invite|invited|more|remove|withdraw|accept|ignore|save|premium|verified(?: profile)?|verifiziert(?:es profil)?|(?:profil )?vérifié|(?:perfil )?verificado|(?:profilo )?verificato|you|new|author|hiring|out of network|open to work|follows you)$/iu,
  /^(?:folgen|gefolgt|vernetzen|nachricht|ausstehend|suivre|suivi|se connecter|message|en attente|seguir|siguiendo|conectar|mensaje|mensagem|pendente|pendiente|segui|collegati|messaggio|volgen|connectie maken|bericht|フォロー|フォロー中|つながる|メッセージ|متابعة|تواصل|رسالة)$/iu,
  /^connected\b.{0,20}(?:\bon\b|\bago\b|\d)/iu,
  /^(?:vernetzt|kontakt seit|en relation depuis|contact[óo] (?:el|desde)|conectad[oa]s? (?:el|em|desde|há)|conexión desde|collegat[oi] (?:il|da|dal)|verbonden (?:op|sinds)).{0,30}\d/iu,
  // A degree in words, which is there for screen readers.
  /^(?:[\p{L}]+\s){0,3}(?:[1-3](?:st|nd|rd|er|re|e|è|\.?[º°ª]|\.|:[ae]|次|度|촌)?\+?|premier|ال(?:أولى|ثانية|ثالثة))\s?(?:degree|grad|grado|graad|grau|niveau|つながり|connection)/iu,
  /^(?:زميل من )?الدرجة ال/u,
  /^[\d.,\s]+[KMk]?\+?\s+(?:followers?|connections?|mutual connections?)\b/iu,
  /\b(?:mutual connections?|shared connections?|(?:others? )?you know (?:followed|follows?))\b/iu,
];

/** What the page itself says in a row is short; what people say of themselves need not be. */
const MAX_LENGTH = 300;

/** True for text of a row that is neither name nor headline. */
export function isRowFurniture(line: string): boolean {
  if (line.length > MAX_LENGTH || /^[-–—]{2,}$/u.test(line)) return false;
  if (/\p{Extended_Pictographic}/u.test(line)) return false;
  return isBadge(line) || isPronouns(line) || ROW_FURNITURE.some((pattern) => pattern.test(line));
}

/** True for the mark on an advert among the rows: "Promoted". */
export function isAdvertMark(line: string): boolean {
  return line.length < 20 && ADVERT.test(line);
}
