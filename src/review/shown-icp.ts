import type { QuotedCriteria, SaidCriterion } from '../domain/targeting/quoted-icp.ts';
import type { ReviewIcp } from '../store/review-lead.ts';
import { cleanLine, cleanText } from '../support/text.ts';
import type { ShownCriterion, ShownIcp } from './page/review-api.ts';

const LABELS: Readonly<Record<QuotedCriteria['kind'], string>> = {
  title: 'Titles',
  industry: 'Industries',
  company_size: 'Company sizes',
  keyword: 'Keywords',
  location: 'Locations',
  company: 'Companies',
  note: 'Notes',
};
/** The latest; what was said in fifty calls nobody reads beside a lead. */
const MOST_QUOTES = 5;

/** What the page shows of an ICP. */
export function shownIcp(icp: ReviewIcp & { readonly quoted: readonly QuotedCriteria[] }): ShownIcp {
  const { id, client, clientName, version, newestVersion, quoted } = icp;
  return {
    id,
    client,
    clientName: cleanLine(clientName) ?? client,
    version,
    newestVersion,
    criteria: quoted.map(({ kind, stance, values }) => ({
      label: stance === 'avoids' ? `Not: ${LABELS[kind].toLowerCase()}` : LABELS[kind],
      avoids: stance === 'avoids',
      isNote: kind === 'note',
      values: values.map(
        ({ value, said }): ShownCriterion => ({
          value: (kind === 'note' ? cleanText(value) : cleanLine(value)) ?? '',
          quotes: said.slice(0, MOST_QUOTES).map(shownQuote),
        }),
      ),
    })),
  };
}

function shownQuote({ quote, speaker, call, heldAt }: SaidCriterion) {
  return {
    quote: cleanLine(quote) ?? '',
    speaker: cleanLine(speaker),
    call: cleanLine(call),
    date: heldAt === null ? null : heldAt.toISOString().slice(0, 10),
  };
}
