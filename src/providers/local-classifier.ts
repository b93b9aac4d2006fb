import { INDUSTRY_TERMS } from '../domain/scoring/industry-terms.ts';
import type { Classifier } from '../ports/classifier.ts';
import { contentHash } from '../support/hash.ts';
import { withoutControls } from '../support/text.ts';
import { judgeCompanyType } from './lexical/company-type-rules.ts';
import { judgeIndustry } from './lexical/industry-rules.ts';
import { withoutBoardSeats } from './lexical/main-roles.ts';
import { readProfileFields } from './lexical/profile-fields.ts';

/** Goes up with every change of the rules; the word list that they use changes the version by itself. */
const RULES_VERSION = 'rules-1';

/**
 * A classifier of fixed rules: it looks for words that name trades and kinds of company, where they stand, and for the head count. It
 * understands no sentence, hence no instruction in one; a profile can only say its own words. Costs nothing and calls nobody.
 */
export function createLocalClassifier(): Classifier {
  return {
    provider: 'local',
    model: 'local-rules-1',
    promptVersion: `${RULES_VERSION}-${contentHash(JSON.stringify(INDUSTRY_TERMS)).slice(0, 8)}`,
    limits: { parallelCalls: 4, maxCompletionTokens: 0 },
    async classify(profileText, signal) {
      signal.throwIfAborted();
      const fields = withoutBoardSeats(readProfileFields(withoutControls(profileText)));
      const { industry, reasoning } = judgeIndustry(fields);
      const type = judgeCompanyType(fields, industry);
      return {
        classification: {
          industry,
          industryReasoning: reasoning,
          companyType: type.companyType,
          companyTypeReasoning: type.reasoning,
        },
        usage: { promptTokens: 0, completionTokens: 0 },
      };
    },
  };
}
