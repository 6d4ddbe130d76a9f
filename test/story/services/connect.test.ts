import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/json' };
const key = (id: string) => `arn:aws:kms:us-east-1:${testAccountId}:key/${id}`;

const inBucket = (BucketName: string, KeyId: string | null) => ({
  AssociationId: `association-${BucketName}`,
  StorageType: 'S3',
  S3Config: {
    BucketName,
    BucketPrefix: 'connect/clinic',
    ...(KeyId && { EncryptionConfig: { EncryptionType: 'KMS', KeyId } }),
  },
});

/** As Connect tells them, by instance and what is kept. */
const stored: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>> = {
  sealed: {
    CALL_RECORDINGS: [inBucket('calls', key('own'))],
    CHAT_TRANSCRIPTS: [inBucket('chats', `arn:aws:kms:eu-west-1:444455556666:key/theirs`)],
  },
  half: {
    CALL_RECORDINGS: [inBucket('calls', key('own'))],
    CHAT_TRANSCRIPTS: [inBucket('chats', null)],
  },
  lent: { CALL_RECORDINGS: [inBucket('calls', key('aws-own'))] },
  watched: { SCREEN_RECORDINGS: [inBucket('screens', null)] },
  failed: { CALL_RECORDINGS: [inBucket('never', null)] },
  silent: {},
};

tellService({
  title: 'every check of Connect, recorded',
  checks: ['aws/connect/'],
  async seed() {},
  // moto knows no storage of an instance, tells an instance's day as text, and has no keys that AWS made.
  recorded(proxy) {
    proxy.rule({
      operation: 'ListInstances',
      fault: answer(
        200,
        json,
        JSON.stringify({
          InstanceSummaryList: Object.keys(stored).map((name) => ({
            Id: `id-of-${name}`,
            Arn: `arn:aws:connect:us-east-1:${testAccountId}:instance/id-of-${name}`,
            IdentityManagementType: 'CONNECT_MANAGED',
            InstanceAlias: name,
            CreatedTime: 1767225600,
            InstanceStatus: name === 'failed' ? 'CREATION_FAILED' : 'ACTIVE',
          })),
        }),
      ),
    });
    proxy.rule({
      operation: 'ListInstanceStorageConfigs',
      fault: answer(200, json, (call) => {
        const [, name = ''] = /id-of-(\w+)/.exec(call.key) ?? [];
        const [kept = ''] = /CALL_RECORDINGS|SCREEN_RECORDINGS|CHAT_TRANSCRIPTS/.exec(call.key) ?? [];
        return JSON.stringify({ StorageConfigs: stored[name]?.[kept] ?? [] });
      }),
    });
    proxy.rule({
      operation: 'ListAliases',
      fault: answer(
        200,
        { 'content-type': 'application/x-amz-json-1.1' },
        JSON.stringify({
          Aliases: [{ AliasName: 'alias/aws/connect', TargetKeyId: 'aws-own' }],
          Truncated: false,
        }),
      ),
    });
  },
  expects: {
    'aws/connect/recordings-kms': {
      pass: ['sealed'],
      fail: ['half', 'lent', 'watched'],
      notApplicable: ['silent'],
    },
  },
});
