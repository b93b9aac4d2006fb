import type { Container } from './container.ts';
import { email } from './email.ts';
import { gzip } from './gzip.ts';
import { har } from './har.ts';
import { mbox } from './mbox.ts';
import { mhtml } from './mhtml.ts';
import { zip } from './zip.ts';

/** Every kind of file that holds files, in the order in which they are asked: a saved page has the header of a mail, and more. */
export const CONTAINERS: readonly Container[] = [gzip, zip, mhtml, mbox, email, har];
