import { NobodyFound } from './nobody-found.ts';

/** A file of LinkedIn's "Get a copy of your data" that is no list of connections, by columns that only it has. */
interface OtherExport {
  readonly columns: readonly string[];
  readonly name: string;
  readonly about: string;
}

const OTHERS: readonly OtherExport[] = [
  {
    columns: ['conversation id', 'sender profile url', 'content'],
    name: 'messages.csv',
    about: 'messages that were sent and received',
  },
  {
    columns: ['inviterprofileurl', 'inviteeprofileurl', 'direction'],
    name: 'Invitations.csv',
    about: 'invitations that were sent and received',
  },
  {
    columns: ['endorsement date', 'skill name', 'endorsement status'],
    name: 'Endorsement_Received_Info.csv or Endorsement_Given_Info.csv',
    about: 'endorsements of skills',
  },
  {
    columns: ['first name', 'last name', 'job title', 'text', 'creation date'],
    name: 'Recommendations_Received.csv or Recommendations_Given.csv',
    about: 'recommendations',
  },
  {
    columns: ['source', 'firstname', 'lastname', 'emails', 'phonenumbers'],
    name: 'Contacts.csv or ImportedContacts.csv',
    about: 'an imported address book, without profiles',
  },
];
/** Member_Follows.csv has nothing else in it. */
const MEMBER_FOLLOWS = 'fullname,date,status';

/** Throws NobodyFound for a table that LinkedIn's export has beside Connections.csv: it says what it is, and which file is the list. */
export function refuseOtherExports(path: string, header: readonly string[] | null): void {
  if (header === null) return;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const found =
    names.join(',') === MEMBER_FOLLOWS
      ? { name: 'Member_Follows.csv', about: 'the people whom the account follows, without profiles' }
      : OTHERS.find(({ columns }) => columns.every((column) => names.includes(column)));
  if (found === undefined) return;
  throw new NobodyFound(
    `${path}: this is ${found.name} of LinkedIn's copy of an account's data: ${found.about}, no list of followers or connections`,
    'Give Connections.csv of the same archive, or the archive itself.',
    { rejects: [], skipped: 0 },
  );
}
