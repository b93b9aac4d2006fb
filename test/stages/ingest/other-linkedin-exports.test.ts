import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';
import { zipArchive } from '../../support/zip-archive.ts';

const link = (vanity: string) => `https://www.linkedin.com/in/${vanity}`;
const MESSAGES = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n2-abc,,Sam,${link('sam')},Me,${link('me-1')},2024-01-01,,"see ${link('mo')}",INBOX\n`;

describe('other files of LinkedIn’s export are refused by name', () => {
  it.each([
    ['messages.csv', MESSAGES],
    [
      'Invitations.csv',
      `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nPete,Me,"1/2/24, 9:00 AM",hi,INCOMING,${link('pete')},${link('me-1')}\n`,
    ],
    [
      'Endorsement_Received_Info.csv',
      `Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2023/01/01,Sales,Ed,X,${link('ed')},ACCEPTED\n`,
    ],
    [
      'Recommendations_Received.csv',
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nEd,X,Acme,CFO,Good,"01/02/20, 09:00 AM",VISIBLE\n',
    ],
    ['Member_Follows.csv', 'FullName,Date,Status\nMirela Okonjari,1/1/25,Active\n'],
    [
      'ImportedContacts.csv',
      'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\nGMAIL,Ed,X,,,e@example.org,,1/1/20\n',
    ],
  ])('%s', async (name, content) => {
    expect(await refusalOf(content)).toMatchObject({
      code: 'no_people',
      message: expect.stringContaining(name),
      hint: expect.stringContaining('Connections.csv'),
    });
  });

  it('unless the user says which column it is', () => {
    const { people } = readPeople(
      { path: 'messages.csv', bytes: Buffer.from(MESSAGES) },
      { columns: new Map([['link', 'SENDER PROFILE URL']]) },
    );
    expect(people).toMatchObject([{ publicIdentifier: 'sam' }]);
  });

  it('and do no harm beside a list', async () => {
    const archive = zipArchive([
      { name: 'a/messages.csv', content: MESSAGES },
      { name: 'a/list.csv', content: `Name,URL\nAda,${link('a-1')}\n` },
    ]);
    expect(await vanitiesIn(archive)).toEqual(['a-1']);
  });
});
