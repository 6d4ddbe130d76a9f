import type {
  CacheBehavior,
  DefaultCacheBehavior,
  DistributionSummary,
  Origin,
} from '@aws-sdk/client-cloudfront';
import type { Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';

/** What the listing tells of a distribution. */
export interface Distribution extends Subject {
  readonly name: string;
  /** One that is switched off answers nobody. */
  readonly enabled: boolean;
  /** `null`: the listing did not tell. */
  readonly viewers: readonly ViewerRule[] | null;
  readonly viewerTls: ViewerTls;
  readonly origins: readonly DistributionOrigin[];
}

export type ViewerRule = {
  /** `null`: whatever no other rule is for. */
  readonly path: string | null;
  /** `allow-all`, `redirect-to-https`, `https-only`. */
  readonly policy: string;
};

export type ViewerTls = {
  /** The oldest that is accepted: `TLSv1`, `TLSv1.2_2021`. */
  readonly minimum: string;
  /** Under CloudFront's own certificate nobody can choose. */
  readonly certificate: 'own' | 'CloudFront';
};

export interface DistributionOrigin {
  readonly name: string;
  /** The bucket that it serves from; `null`: it is none. */
  readonly bucket: string | null;
  /** How it shows the bucket who it is. `website`: over the bucket's public web address, as a stranger like any other. */
  readonly signs: 'originAccessControl' | 'originAccessIdentity' | 'website' | 'nothing';
  /** How CloudFront asks; `null` where that is not for the distribution to say: buckets and origins inside a VPC. */
  readonly asks: { readonly policy: string; readonly tls: readonly string[] } | null;
}

const ofBucket =
  /^(?<bucket>.+)\.s3(?<website>-website)?(?:\.dualstack)?(?:[.-][a-z]{2}(?:-[a-z]+)+-\d+)?\.amazonaws\.com(?:\.cn)?$/;

export function distributionSubject(told: DistributionSummary): Distribution {
  const { ViewerCertificate: certificate, CacheBehaviors: others } = told;
  const rules = others?.Quantity ? listOf(others.Items, 'ListDistributions') : [];
  const first = told.DefaultCacheBehavior;
  return {
    id: present(told.ARN, "a distribution's ARN"),
    region: 'global',
    name: present(told.Id, 'a distribution id'),
    enabled: told.Enabled !== false,
    viewers: first ? [viewerRule(first), ...rules.map(viewerRule)] : null,
    viewerTls: {
      // CloudFront's own certificate takes TLSv1 and newer, whatever is told.
      minimum: certificate?.MinimumProtocolVersion ?? 'TLSv1',
      certificate: certificate?.ACMCertificateArn || certificate?.IAMCertificateId ? 'own' : 'CloudFront',
    },
    origins: listOf(told.Origins?.Items, 'ListDistributions').map(originOf),
  };
}

const viewerRule = (told: DefaultCacheBehavior | CacheBehavior): ViewerRule => ({
  path: 'PathPattern' in told ? present(told.PathPattern, 'the path pattern') : null,
  policy: present(told.ViewerProtocolPolicy, 'ViewerProtocolPolicy'),
});

function originOf(origin: Origin): DistributionOrigin {
  const { bucket, website } = ofBucket.exec(origin.DomainName ?? '')?.groups ?? {};
  const { CustomOriginConfig: custom } = origin;
  const signs = website
    ? 'website'
    : origin.OriginAccessControlId
      ? 'originAccessControl'
      : origin.S3OriginConfig?.OriginAccessIdentity
        ? 'originAccessIdentity'
        : 'nothing';
  return {
    name: present(origin.Id, 'the origin'),
    bucket: bucket ?? null,
    signs,
    asks: custom
      ? {
          policy: present(custom.OriginProtocolPolicy, 'OriginProtocolPolicy'),
          tls: custom.OriginSslProtocols?.Items ?? [],
        }
      : null,
  };
}
