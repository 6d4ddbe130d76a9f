import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromListing } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { deliversLog, standardLog } from './access-log.ts';
import type { Distribution } from './distribution-subject.ts';
import { distributions } from './distributions.ts';
import { viewers, viewerTls } from './viewers.ts';

async function* list(reader: AwsReader): AsyncIterable<Distribution> {
  for (const one of await distributions(reader)) if (one.enabled) yield one;
}

export const distribution = {
  title: 'CloudFront distribution',
  scope: 'global',
  permissions: ['cloudfront:ListDistributions'],
  pattern: ({ id, partition }) => `arn:${partition}:cloudfront::${id}:distribution/*`,
  list,
  facts: {
    viewers,
    viewerTls,
    origins: fromListing(({ origins }: Distribution) => origins),
    standardLog,
    deliversLog,
  },
} as const satisfies ResourceKind<Distribution>;
