import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const names: Record<string, string> = {};
const measured = 'ab'.repeat(48);
const admin = {
  Sid: 'Admin',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:root` },
  Action: [
    'kms:Describe*',
    'kms:Get*',
    'kms:List*',
    'kms:Put*',
    'kms:CreateGrant',
    'kms:ScheduleKeyDeletion',
  ],
  Resource: '*',
};
const enclave = (operator: string, value: string) => ({
  Sid: 'Enclave',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:role/enclave` },
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: { [operator]: { 'kms:RecipientAttestation:ImageSha384': value } },
});
const everything = { ...admin, Sid: 'Everything', Action: 'kms:*' };
const guard = {
  Sid: 'Guard',
  Effect: 'Deny',
  Principal: '*',
  Action: ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DeriveSharedSecret'],
  Resource: '*',
  Condition: { StringNotEqualsIgnoreCase: { 'kms:RecipientAttestation:ImageSha384': measured } },
};
const exact = enclave('StringEqualsIgnoreCase', measured);
const policies = {
  strict: [admin, exact],
  guarded: [everything, exact, guard],
  bypassed: [everything, exact],
  lent: [admin, exact],
  debug: [admin, enclave('StringEquals', '0'.repeat(96))],
  busy: [admin, exact],
  plain: [everything],
};

/** A call for an enclave of that image; without one, somebody else's. */
const used = (digest?: string) => ({
  EventName: 'Decrypt',
  EventTime: 1_760_000_000,
  CloudTrailEvent: JSON.stringify({
    eventName: 'Decrypt',
    additionalEventData: digest && {
      recipient: {
        attestationDocumentModuleId: 'i-123456789abcde123-enc123456789abcde12',
        attestationDocumentEnclaveImageDigest: digest,
      },
    },
  }),
});

let pages = 0;

tellService({
  title: 'keys that are for enclaves, on moto',
  checks: [
    'aws/kms/enclave-attestation-enforced',
    'aws/kms/enclave-attestation-bypass',
    'aws/kms/enclave-pcr-mismatch',
    'aws/kms/enclave-unknown-image',
    'aws/kms/enclave-debug-attestation',
  ],
  settings: {
    'aws/kms/enclave-pcr-mismatch': { knownGood: [measured] },
    'aws/kms/enclave-unknown-image': { knownGood: [measured] },
  },
  async seed(sdk) {
    const kms = await sdk('kms');
    for (const [name, Statement] of Object.entries(policies)) {
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
      const { KeyMetadata } = await kms.createKey({ Description: name, Policy });
      names[name] = KeyMetadata?.KeyId ?? '';
    }
    const GranteePrincipal = `arn:aws:iam::${testAccountId}:role/batch`;
    for (const name of ['lent', 'guarded'])
      await kms.createGrant({ KeyId: names[name], GranteePrincipal, Operations: ['Decrypt', 'DescribeKey'] });
    await kms.createGrant({ KeyId: names['strict'], GranteePrincipal, Operations: ['DescribeKey'] });
  },
  /** As CloudTrail documents KMS's events for enclaves; it does not answer on moto. */
  recorded: (proxy) =>
    proxy.rule({
      operation: 'LookupEvents',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, (call) => {
        const of = (name: string) => call.key.includes(names[name] ?? '?');
        const isSecond = call.key.includes('"NextToken"');
        if (of('busy')) return JSON.stringify({ Events: [used()], NextToken: `page ${++pages}` });
        if (of('lent') && !isSecond) return JSON.stringify({ Events: [used(measured)], NextToken: 'more' });
        if (of('lent')) return JSON.stringify({ Events: [used('cd'.repeat(48))] });
        return JSON.stringify({ Events: of('debug') ? [used('0'.repeat(96)), used()] : [used(measured)] });
      }),
    }),
  get expects() {
    const of = (...wanted: (keyof typeof policies)[]) => wanted.map((name) => names[name] ?? '');
    const notApplicable = of('plain');
    return {
      'aws/kms/enclave-attestation-enforced': {
        pass: of('strict', 'guarded', 'bypassed', 'lent', 'busy'),
        fail: of('debug'),
        notApplicable,
      },
      'aws/kms/enclave-attestation-bypass': {
        pass: of('strict', 'guarded', 'debug', 'busy'),
        fail: of('bypassed', 'lent'),
        notApplicable,
      },
      'aws/kms/enclave-pcr-mismatch': {
        pass: of('strict', 'guarded', 'bypassed', 'lent', 'busy'),
        fail: of('debug'),
        notApplicable,
      },
      'aws/kms/enclave-unknown-image': {
        pass: of('strict', 'guarded', 'bypassed', 'debug'),
        fail: of('lent'),
        unknown: of('busy'),
        notApplicable,
      },
      'aws/kms/enclave-debug-attestation': {
        pass: of('strict', 'guarded', 'bypassed', 'lent'),
        fail: of('debug'),
        unknown: of('busy'),
        notApplicable,
      },
    };
  },
});
