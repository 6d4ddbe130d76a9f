import type { Macie2 } from '@aws-sdk/client-macie2';
import { codeOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export type MacieState = 'on' | 'paused' | 'off';

/**
 * Macie has no error code for "not enabled": it answers that with the code of a refusal, and its words alone tell the two
 * apart. IAM's own refusals always name who may not do what. Anything else stays a refusal, and so unknown.
 */
const isNotEnabled = (error: unknown): boolean =>
  codeOf(error) === 'ResourceNotFoundException' ||
  (codeOf(error) === 'AccessDeniedException' && wordsOf(error).startsWith('Macie is not enabled'));

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : '';

export async function stateOf(macie: Macie2): Promise<MacieState> {
  try {
    const { status } = await macie.getMacieSession({});
    return present(status, 'status') === 'ENABLED' ? 'on' : 'paused';
  } catch (error) {
    if (isNotEnabled(error)) return 'off';
    throw error;
  }
}

export const macieIn = (reader: AwsReader, region: string): Promise<MacieState> =>
  reader.remember(`macie2:GetMacieSession:${region}`, async () =>
    stateOf(await reader.service('macie', region)),
  );
