import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/json' };
const agreement = (name: string, more: object = {}) => ({
  name,
  arn: `arn:aws:artifact::${testAccountId}:customer-agreement/customer-agreement-Abcdefgh12345678`,
  id: 'customer-agreement-Abcdefgh12345678',
  agreementArn: 'arn:aws:artifact:::agreement/agreement-Abcdefgh12345678',
  awsAccountId: testAccountId,
  effectiveStart: '2024-03-01T00:00:00.000Z',
  state: 'ACTIVE',
  type: 'DEFAULT',
  acceptanceTerms: ['You have read it.'],
  terminateTerms: ['You are sure.'],
  ...more,
});

/** Two pages, as Artifact documents them: what counts is on the second. */
const pages = (second: readonly object[]) => (call: { key: string }) =>
  call.key.includes('nextToken')
    ? JSON.stringify({ customerAgreements: second })
    : JSON.stringify({
        customerAgreements: [
          agreement('AWS Nondisclosure Agreement'),
          agreement('AWS Business Associate Addendum', {
            state: 'CUSTOMER_TERMINATED',
            effectiveEnd: '2025-01-01T00:00:00.000Z',
          }),
        ],
        nextToken: 'second',
      });

const ofOrganization = {
  arn: '',
};

tellService({
  title: 'the agreement of the organization, over recorded answers of Artifact',
  checks: ['aws/artifact/'],
  async seed(sdk) {
    const organizations = await sdk('organizations');
    const { Organization } = await organizations.createOrganization({ FeatureSet: 'ALL' });
    ofOrganization.arn = Organization?.Arn ?? '';
    await organizations.createAccount({ AccountName: 'clinic', Email: 'clinic@example.org' });
  },
  recorded: (proxy) =>
    proxy.rule({
      operation: 'ListCustomerAgreements',
      fault: answer(
        200,
        json,
        pages([
          agreement('AWS Organizations Business Associate Addendum', {
            organizationArn: ofOrganization.arn,
          }),
        ]),
      ),
    }),
  expects: {
    'aws/artifact/baa-active': { pass: ['test'] },
    'aws/artifact/baa-org-coverage': { pass: ['test'] },
  },
});

tellService({
  title: 'an agreement of the management account alone, over recorded answers of Artifact',
  checks: ['aws/artifact/'],
  async seed(sdk) {
    const organizations = await sdk('organizations');
    await organizations.createOrganization({ FeatureSet: 'ALL' });
    await organizations.createAccount({ AccountName: 'clinic', Email: 'clinic@example.org' });
  },
  recorded: (proxy) =>
    proxy.rule({
      operation: 'ListCustomerAgreements',
      fault: answer(200, json, pages([agreement('AWS Business Associate Addendum')])),
    }),
  expects: {
    'aws/artifact/baa-active': { pass: ['test'] },
    'aws/artifact/baa-org-coverage': { fail: ['test'] },
  },
});

tellService({
  title: 'an account without organization and agreement, over recorded answers of Artifact',
  checks: ['aws/artifact/'],
  seed: async () => {},
  recorded: (proxy) =>
    proxy.rule({
      operation: 'ListCustomerAgreements',
      fault: answer(200, json, pages([])),
    }),
  expects: {
    'aws/artifact/baa-active': { fail: ['test'] },
    'aws/artifact/baa-org-coverage': { notApplicable: ['test'] },
  },
  unasked: { 'organizations:ListAccounts': 'only the management account of an organization asks' },
});
