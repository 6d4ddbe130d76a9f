import { type PolicyDocument, parsePolicy } from './document.ts';
import { isMalformed, type PolicyContext, publicAccess } from './public-access.ts';

/** A statement by its place in the policy, counted from nought, and by its name. */
export interface StatementAt {
  readonly index: number;
  readonly name: string;
}

export type WithoutPublic =
  | {
      /** The policy that is left; `null` when no statement is. The very same text where nothing was removed. */
      readonly policy: string | null;
      readonly removed: readonly StatementAt[];
      /** Statements that may admit strangers, which cannot be told; they are left. */
      readonly doubtful: readonly StatementAt[];
    }
  | { readonly malformed: string };

/**
 * The policy without the statements that admit strangers. A statement goes if, alone with the policy's Deny statements, it
 * lets in a stranger by the judgement of `admits`: an Allow that a Deny holds back stays, and no Deny goes. All else is
 * kept as it was written, in its order.
 */
export function withoutStatements(
  text: string,
  admits: (alone: PolicyDocument) => boolean | 'unknown',
): WithoutPublic {
  const document = parsePolicy(text);
  if (isMalformed(document)) return document;
  const denies = document.statements.filter(({ effect }) => effect === 'Deny');
  const judged = document.statements.map((statement, index) => {
    if (statement.effect === 'Deny') return { index, name: statement.name, public: false };
    const alone = { ...document, statements: [statement, ...denies] };
    return { index, name: statement.name, public: admits(alone) };
  });
  const those = (answer: boolean | 'unknown') =>
    judged.filter((one) => one.public === answer).map(({ index, name }) => ({ index, name }));
  const removed = those(true);
  const doubtful = those('unknown');
  if (removed.length === 0) return { policy: text, removed, doubtful };
  const written = JSON.parse(text);
  const gone = new Set(removed.map(({ index }) => index));
  const left = [written.Statement].flat().filter((_, index) => !gone.has(index));
  const policy = left.length === 0 ? null : JSON.stringify({ ...written, Statement: left });
  return { policy, removed, doubtful };
}

/** The same by the judgement of `publicAccess`: the policy of a resource that others use. */
export const withoutPublicStatements = (text: string, context: PolicyContext): WithoutPublic =>
  withoutStatements(text, (alone) => publicAccess(alone, context).any.public);
