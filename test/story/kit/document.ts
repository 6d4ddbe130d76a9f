import { expect } from 'vitest';
import { z } from 'zod';
import type { Ended } from './hipaa.ts';

/** The contract of `scan --format json`, docs/scan-output.md, for those who read it with a program. */
const contract = z.strictObject({
  scan: z.strictObject({
    id: z.string().regex(/^S-[0-9a-f]{8}$/),
    state: z.enum(['finished', 'cancelled', 'failed']),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    accounts: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        resources: z.int().nonnegative(),
        regions: z.array(z.string()),
        refused: z.string().optional(),
      }),
    ),
    calls: z.int().nonnegative(),
  }),
  coverage: z.strictObject({
    assessed: z.int().nonnegative(),
    notAssessed: z.array(
      z.strictObject({
        reason: z.enum(['denied', 'throttled', 'failed', 'unsupported', 'notRecorded']),
        permission: z
          .string()
          .regex(/^[a-z0-9-]+:[A-Za-z]+$/)
          .nullable(),
        count: z.int().positive(),
      }),
    ),
  }),
  observations: z.array(
    z
      .strictObject({
        check: z.string().regex(/^aws\/[a-z0-9-]+\/[a-z0-9-]+$/),
        status: z.enum(['pass', 'fail', 'unknown', 'notApplicable']),
        resource: z.string().startsWith('arn:'),
        account: z.string(),
        region: z.string(),
        severity: z.enum(['critical', 'high', 'medium', 'low']),
        controls: z.array(z.string().startsWith('164.')).nonempty(),
        because: z.string().min(1).nullable(),
        finding: z
          .string()
          .regex(/^F-[0-9A-HJKMNP-TV-Z]{5,}$/)
          .nullable(),
      })
      .refine(({ status, because }) => status === 'pass' || because !== null, 'says nothing of what was seen')
      .refine(({ status, finding }) => status !== 'fail' || finding !== null, 'fails without a finding'),
  ),
});

export type ScanDocument = z.infer<typeof contract>;
export type Observed = ScanDocument['observations'][number];

export function checked(document: unknown): ScanDocument {
  const { data, error } = contract.safeParse(document);
  if (!data) throw new Error(z.prettifyError(error));
  return data;
}

/** Standard output as the document that it must be, and nothing besides. */
export function documentOf({ out, err }: Pick<Ended, 'out' | 'err'>): ScanDocument {
  expect(out, err).toMatch(/^\{/);
  return checked(JSON.parse(out));
}

/** `critical aws/s3/bucket-public-read open-acl`: what a person would write down of a failure. */
export const line = ({ severity, check, resource }: Pick<Observed, 'severity' | 'check' | 'resource'>) =>
  `${severity} ${check.slice('aws/'.length)} ${nameOf(resource)}`;

export const failing = ({ observations }: ScanDocument): readonly string[] =>
  observations
    .filter(({ status }) => status === 'fail')
    .map(line)
    .sort();

/** The last part of an ARN, as people say it: a bucket's, user's, trail's name; `root` for the account. */
export const nameOf = (arn: string): string =>
  arn.replace(/^arn:aws:[^:]*:[^:]*:[^:]*:/, '').replace(/^(key|trail|policy|accesspoint)\//, '');
