import { matchesAny, patternsOf } from './admin-policy.ts';
import type { Condition, Malformed, PolicyDocument, Statement } from './document.ts';
import { isMalformed } from './public-access.ts';

/** What a key policy asks of the enclaves that use the key. */
export interface Attestation {
  /** Statements that speak of an enclave and let through those that are none, each with why. */
  readonly unenforced: readonly string[];
  /** Other statements by which the key is used without an enclave. */
  readonly bypasses: readonly string[];
  /** Actions that no one is allowed without an enclave, whatever else allows them. */
  readonly guarded: readonly string[];
  readonly measurements: readonly { readonly register: string; readonly value: string }[];
}

/** Actions that give out what a key seals, or carry it under another key. */
export const enclaveActions = [
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyPair',
  'kms:DeriveSharedSecret',
] as const;

/** Enclaves, and instances that a NitroTPM vouches for. */
const asked = /^kms:recipientattestation:(imagesha384|(?:nitrotpm)?pcr\d+)$/i;
const registerOf = ({ key }: Condition): string | undefined => asked.exec(key)?.[1]?.toUpperCase();

/** These two tell the instance around the enclave, not what runs in it. */
const ofTheParent = ['PCR3', 'PCR4'];
const isMeasured = (value: string): boolean => /[1-9a-f]/i.test(value.replaceAll(/[*?]/g, ''));

/** Why a condition lets through what is not the enclave that is meant; `null`: it does not. */
function weakness(condition: Condition): string | null {
  const register = registerOf(condition) ?? '';
  const { operator, values } = condition;
  if (!/^(foranyvalue:)?string(equals|equalsignorecase|like)$/i.test(operator))
    return `${operator} lets callers without an enclave through`;
  const weak = values.find((value) => !isMeasured(value));
  if (weak !== undefined)
    return /^0+$/.test(weak)
      ? `${register} of zeros is that of an enclave in debug mode`
      : `${register} may be anything`;
  if (ofTheParent.includes(register))
    return `${register} tells the parent instance and not what runs in the enclave`;
  return null;
}

const takes = ({ action }: Statement, name: string): boolean =>
  matchesAny(patternsOf(action.patterns, true), name) !== action.not;

/** Refuses everybody who brings no such enclave: a negated operator holds where nothing is brought at all. */
function guards({ effect, principal, conditions }: Statement): boolean {
  const everybody =
    principal !== undefined && !principal.not && principal.entries.some(({ value }) => value === '*');
  const [only, ...more] = conditions;
  if (effect !== 'Deny' || !everybody || only === undefined || more.length > 0) return false;
  const negated = /^(forallvalues:|foranyvalue:)?stringnot(equals|equalsignorecase|like)(ifexists)?$/i;
  return (
    registerOf(only) !== undefined &&
    !ofTheParent.includes(registerOf(only) ?? '') &&
    negated.test(only.operator) &&
    !/^foranyvalue:/i.test(only.operator) &&
    only.values.every(isMeasured)
  );
}

/** Of a key policy that speaks of enclaves; `null`: it does not. */
export function attestationOf(document: PolicyDocument | Malformed): Attestation | null | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const { statements } = document;
  const own = (statement: Statement) => statement.conditions.filter((one) => registerOf(one) !== undefined);
  if (!statements.some((statement) => own(statement).length > 0)) return null;
  const guardians = statements.filter(guards);
  const guarded = enclaveActions.filter((action) => guardians.some((guard) => takes(guard, action)));
  const left = (statement: Statement) =>
    enclaveActions.filter((action) => takes(statement, action) && !guarded.includes(action));

  const allows = statements.filter(({ effect }) => effect === 'Allow');
  const unenforced = allows.flatMap((statement) => {
    const weak = own(statement).map(weakness);
    const [first] = weak;
    if (weak.length === 0 || weak.includes(null) || left(statement).length === 0) return [];
    return [`${statement.name}: ${first}`];
  });
  const bypasses = allows.flatMap((statement) => {
    const actions = own(statement).length > 0 ? [] : left(statement);
    const [first, ...more] = actions;
    if (first === undefined) return [];
    const rest = more.length > 0 ? ` and ${more.length} more` : '';
    return [`${statement.name} allows ${first}${rest} without an enclave`];
  });
  const measurements = statements.flatMap((statement) =>
    own(statement).flatMap((condition) =>
      condition.values.map((value) => ({
        register: registerOf(condition) ?? '',
        value: value.toLowerCase(),
      })),
    ),
  );
  return { unenforced, bypasses, guarded, measurements };
}
