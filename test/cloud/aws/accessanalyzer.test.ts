import { expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { learn, openAccount } from './s3-kit.ts';

const region: Subject = { id: 'arn:aws:ec2:us-east-1:1:region/us-east-1', region: 'us-east-1' };
const json = (body: object) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const analyzer = (name: string, more: object = {}) => ({
  arn: `arn:aws:access-analyzer:us-east-1:123456789012:analyzer/${name}`,
  createdAt: '2026-01-02T03:04:05Z',
  name,
  status: 'ACTIVE',
  type: 'ACCOUNT',
  ...more,
});
const managed = analyzer('_AccessAnalyzerForSecurityHub-1', { managedBy: 'securityhubv2.amazonaws.com' });

describeWithMoto('the analyzer that is asked', (moto) => {
  const proxy = behindProxy(moto);

  test.each([
    ["the customer's own goes before one that a service keeps", [managed, analyzer('own')], 'own'],
    ['one that a service keeps is one', [managed], managed.name],
    ["the organization's", [analyzer('all', { type: 'ORGANIZATION' })], 'all'],
    ['one that is being made does not work yet', [analyzer('new', { status: 'CREATING' })], null],
    ['one of unused access is another', [analyzer('idle', { type: 'ACCOUNT_UNUSED_ACCESS' })], null],
  ])('%s', async (_, analyzers, name) => {
    proxy.rule({ operation: 'ListAnalyzers', fault: json({ analyzers }) });
    proxy.rule({ operation: 'ListFindingsV2', fault: json({ findings: [] }) });
    const session = await openAccount();
    const value = name && { analyzer: name, open: 0, more: false };
    expect(await learn(session, 'aws.region', 'externalAccess', region)).toEqual({ known: true, value });
    await session.close();
  });

  test.each([
    ['none', [], null],
    ['one that is being made', [analyzer('new', { status: 'CREATING' })], 'new'],
    ['one that failed', [analyzer('old', { status: 'FAILED' })], 'old'],
    ['one of unused access is another', [analyzer('idle', { type: 'ACCOUNT_UNUSED_ACCESS' })], null],
  ])('a second one is not made: %s', async (_, analyzers, value) => {
    proxy.rule({ operation: 'ListAnalyzers', fault: json({ analyzers }) });
    const session = await openAccount();
    expect(await learn(session, 'aws.region', 'externalAnalyzer', region)).toEqual({ known: true, value });
    await session.close();
  });
});
