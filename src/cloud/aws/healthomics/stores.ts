import type { Omics, SseConfig } from '@aws-sdk/client-omics';
import type { Subject } from '../../../domain/catalog.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const genomicStorePermissions = [
  'omics:ListSequenceStores',
  'omics:ListReferenceStores',
  'omics:ListVariantStores',
  'omics:ListAnnotationStores',
] as const;

export interface GenomicStore extends Subject {
  /** The key that was chosen for it; `null`: AWS's own. */
  readonly kmsKey: string | null;
}

interface Told {
  readonly id?: string | undefined;
  readonly arn?: string | undefined;
  readonly storeArn?: string | undefined;
  readonly name?: string | undefined;
  readonly status?: string | undefined;
  readonly sseConfig?: SseConfig | undefined;
}

const gone: readonly string[] = ['DELETING', 'FAILED'];

type Listing = (omics: Omics) => AsyncIterable<Told>;

const most = { maxResults: 100 };
const listings: Readonly<Record<string, Listing>> = {
  ListSequenceStores: (omics) =>
    itemsOf(omics.paginateListSequenceStores(most), (p) => p.sequenceStores, 'ListSequenceStores'),
  ListReferenceStores: (omics) =>
    itemsOf(omics.paginateListReferenceStores(most), (p) => p.referenceStores, 'ListReferenceStores'),
  ListVariantStores: (omics) =>
    itemsOf(omics.paginateListVariantStores(most), (p) => p.variantStores, 'ListVariantStores'),
  ListAnnotationStores: (omics) =>
    itemsOf(omics.paginateListAnnotationStores(most), (p) => p.annotationStores, 'ListAnnotationStores'),
};

/**
 * Every genomic store of the region, sort by sort: each listing is asked once per scan. AWS opens variant and annotation
 * stores to earlier customers only, so those come last: where they are refused, the others have been told.
 */
export async function* genomicStores(reader: AwsReader, region: string): AsyncIterable<GenomicStore> {
  const omics = await reader.service('healthOmics', region);
  for (const [operation, listing] of Object.entries(listings)) {
    const told = await reader.remember(`omics:${operation}:${region}`, () => everyOf(listing(omics)));
    for (const one of told) if (!gone.includes(one.status ?? '')) yield storeOf(one, region);
  }
}

const storeOf = ({ id, arn, storeArn, name, sseConfig }: Told, region: string): GenomicStore => ({
  id: present(arn ?? storeArn, 'the ARN'),
  name: name || present(id, 'the id'),
  region,
  kmsKey: sseConfig?.keyArn || null,
});
