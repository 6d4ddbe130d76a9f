import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const seconds = (days: number) => Math.floor(Date.now() / 1000) + days * 86_400;

/** As ACM documents a CertificateSummary; moto's certificates are used by nothing and last a year. */
const summary = (name: string, more: object) => ({
  CertificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/${name}`,
  DomainName: name,
  Status: 'ISSUED',
  Type: 'AMAZON_ISSUED',
  KeyAlgorithm: 'RSA-2048',
  RenewalEligibility: 'ELIGIBLE',
  InUse: true,
  Exported: false,
  CreatedAt: seconds(-300),
  NotBefore: seconds(-300),
  ...more,
});

tellService({
  title: 'every check of ACM, on recorded answers',
  checks: ['aws/acm/'],
  async seed() {},
  recorded(proxy) {
    const told = (NextToken: string | null, ...CertificateSummaryList: readonly object[]) =>
      JSON.stringify({ CertificateSummaryList, ...(NextToken && { NextToken }) });
    proxy.rule({
      operation: 'ListCertificates',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, ({ key }) =>
        key.includes('"NextToken":"two"')
          ? told(
              null,
              summary('imported.example', { Type: 'IMPORTED', NotAfter: seconds(10) }),
              summary('idle.example', { InUse: false, NotAfter: seconds(3) }),
              summary('pending.example', { Status: 'PENDING_VALIDATION', InUse: false }),
            )
          : told(
              'two',
              summary('fresh.example', { NotAfter: seconds(200) }),
              summary('gone.example', { Status: 'EXPIRED', NotAfter: seconds(-3) }),
            ),
      ),
    });
  },
  expects: {
    'aws/acm/certificate-expiring': {
      pass: ['fresh.example'],
      fail: ['gone.example', 'imported.example'],
      notApplicable: ['idle.example', 'pending.example'],
    },
  },
});
