import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const seconds = (days: number) => Math.floor(Date.now() / 1000) + days * 86_400;
const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}-AbCdEf`;
const json = { 'content-type': 'application/x-amz-json-1.1' };
let key = '';

/** As Secrets Manager documents a SecretListEntry: moto knows no date of reading, and rotates nothing on time. */
const entry = (name: string, more: object = {}) => ({
  ARN: arn(name),
  Name: name,
  CreatedDate: seconds(-400),
  LastChangedDate: seconds(-2),
  LastAccessedDate: seconds(-1),
  Tags: [],
  SecretVersionsToStages: { one: ['AWSCURRENT'] },
  ...more,
});
const rotates = { RotationEnabled: true, RotationRules: { AutomaticallyAfterDays: 30 } };
const anyone = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
});

const valueAges: Readonly<Record<string, number>> = { stale: -100 };

tellService({
  title: 'every check of Secrets Manager, on recorded answers',
  checks: ['aws/secretsmanager/'],
  async seed(sdk) {
    const { KeyMetadata } = await (await sdk('kms')).createKey({});
    key = KeyMetadata?.Arn ?? '';
  },
  recorded(proxy) {
    const named = (call: { key: string }) => /secret:(\w+)-AbCdEf/.exec(call.key)?.[1] ?? '';
    proxy.rule({
      operation: 'ListSecrets',
      fault: answer(200, json, (call) =>
        JSON.stringify(
          call.key.includes('"NextToken":"two"')
            ? {
                SecretList: [
                  entry('copy', { ...rotates, PrimaryRegion: 'us-west-2', NextRotationDate: seconds(-40) }),
                  entry('empty', { LastAccessedDate: undefined, SecretVersionsToStages: undefined }),
                ],
              }
            : {
                SecretList: [
                  entry('good', { ...rotates, KmsKeyId: key, NextRotationDate: seconds(3) }),
                  entry('stale', { LastAccessedDate: seconds(-95) }),
                  entry('stuck', { ...rotates, NextRotationDate: seconds(-5) }),
                ],
                NextToken: 'two',
              },
        ),
      ),
    });
    proxy.rule({
      operation: 'ListSecretVersionIds',
      fault: answer(200, json, (call) => {
        const name = named(call);
        const age = valueAges[name] ?? -10;
        const value = { VersionId: 'one', VersionStages: ['AWSCURRENT'], CreatedDate: seconds(age) };
        return JSON.stringify({ ARN: arn(name), Name: name, Versions: name === 'empty' ? [] : [value] });
      }),
    });
    proxy.rule({
      operation: 'GetResourcePolicy',
      fault: answer(200, json, (call) => {
        const name = named(call);
        const policy = name === 'stale' ? { ResourcePolicy: anyone } : {};
        return JSON.stringify({ ARN: arn(name), Name: name, ...policy });
      }),
    });
  },
  expects: {
    'aws/secretsmanager/kms-key': { pass: ['good'], fail: ['stale', 'stuck', 'copy', 'empty'] },
    'aws/secretsmanager/rotation-enabled': {
      pass: ['good', 'stuck'],
      fail: ['stale', 'empty'],
      notApplicable: ['copy'],
    },
    'aws/secretsmanager/rotation-failed': {
      pass: ['good'],
      fail: ['stuck'],
      notApplicable: ['copy', 'stale', 'empty'],
    },
    'aws/secretsmanager/secret-public': { pass: ['good', 'stuck', 'copy', 'empty'], fail: ['stale'] },
    'aws/secretsmanager/secret-stale': {
      pass: ['good', 'stuck', 'copy'],
      fail: ['stale'],
      notApplicable: ['empty'],
    },
    'aws/secretsmanager/secret-unused': {
      pass: ['good', 'stuck'],
      fail: ['stale', 'empty'],
      notApplicable: ['copy'],
    },
  },
});
