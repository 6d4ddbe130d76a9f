import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** A business associate agreement with AWS, as Artifact lists it. */
export interface BusinessAssociateAgreement {
  readonly name: string;
  readonly state: 'ACTIVE' | 'CUSTOMER_TERMINATED' | 'AWS_TERMINATED';
  readonly from: Instant | null;
  /** `null`: no end is set. */
  readonly until: Instant | null;
  /** `null`: it is of one account alone. */
  readonly organization: string | null;
}

export const agreementPermissions = ['artifact:ListCustomerAgreements'] as const;

const states = ['ACTIVE', 'CUSTOMER_TERMINATED', 'AWS_TERMINATED'] as const;
/** Artifact has no field that tells what an agreement is about. */
const isBusinessAssociate = /business associate|\bBAA\b/i;

interface Told {
  readonly name?: unknown;
  readonly state?: unknown;
  readonly effectiveStart?: unknown;
  readonly effectiveEnd?: unknown;
  readonly organizationArn?: unknown;
}

/** ISO 8601 as documented, or seconds as other answers of AWS have it. */
function instantOf(told: unknown): Instant | null {
  if (told === undefined || told === null) return null;
  const at = new Date(typeof told === 'number' ? told * 1000 : String(told));
  if (Number.isNaN(at.getTime()))
    throw new CloudError('failed', 'the date of an agreement was not understood');
  return at.toISOString();
}

const textOf = (told: unknown): string | null => (typeof told === 'string' && told !== '' ? told : null);

function agreementFrom({ name, state, effectiveStart, effectiveEnd, organizationArn }: Told) {
  const known = states.find((one) => one === state);
  if (known === undefined)
    throw new CloudError('unsupported', 'the state of an agreement was not understood');
  return {
    name: present(textOf(name), "the agreement's name"),
    state: known,
    from: instantOf(effectiveStart),
    until: instantOf(effectiveEnd),
    organization: textOf(organizationArn),
  };
}

/** Those that hold or held for the account, its organization's among them. */
export const agreements = (reader: AwsReader): Promise<readonly BusinessAssociateAgreement[]> =>
  reader.remember('artifact:ListCustomerAgreements', async () => {
    const { partition } = reader.identity;
    if (partition !== 'aws')
      throw new CloudError('unsupported', `Artifact does not answer in the partition ${partition}`);
    const found: BusinessAssociateAgreement[] = [];
    let nextToken: string | undefined;
    do {
      const page = await reader.artifact().listCustomerAgreements(nextToken);
      const told = page.customerAgreements;
      const list = listOf(
        Array.isArray(told) ? (told as readonly Told[]) : undefined,
        'ListCustomerAgreements',
      );
      found.push(...list.map(agreementFrom).filter(({ name }) => isBusinessAssociate.test(name)));
      nextToken = textOf(page.nextToken) ?? undefined;
    } while (nextToken !== undefined);
    return found;
  });
