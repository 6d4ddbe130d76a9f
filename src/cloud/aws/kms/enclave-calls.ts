import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, listOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** Enclaves that used a key, by the documents with which they proved themselves. */
export interface EnclaveCalls {
  /** Digests of images, other than those of debug mode. */
  readonly images: readonly string[];
  readonly debug: number;
  /** All that CloudTrail remembers of the key was looked at. */
  readonly complete: boolean;
}

/** CloudTrail answers two calls a second, fifty events each. */
const mostPages = 10;

/** Newest first, for as far back as CloudTrail's event history goes. */
async function callsOf(reader: AwsReader, key: Subject): Promise<EnclaveCalls> {
  const images = new Set<string>();
  let debug = 0;
  let NextToken: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await reader.cloudTrail(key.region).send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: key.id }],
        MaxResults: 50,
        ...(NextToken !== undefined && { NextToken }),
      }),
    );
    for (const { CloudTrailEvent } of listOf(answer.Events, 'LookupEvents')) {
      const digest = digestIn(CloudTrailEvent ?? '');
      if (digest === null) continue;
      // In debug mode every measurement is zero.
      if (/^0+$/.test(digest)) debug++;
      else images.add(digest);
    }
    NextToken = answer.NextToken;
    if (NextToken === undefined) return { images: [...images].sort(), debug, complete: true };
  }
  return { images: [...images].sort(), debug, complete: false };
}

/** `null`: the call was no enclave's. */
function digestIn(text: string): string | null {
  let event: { additionalEventData?: { recipient?: { attestationDocumentEnclaveImageDigest?: unknown } } };
  try {
    event = JSON.parse(text);
  } catch {
    throw new CloudError('unsupported', 'an event of CloudTrail was not understood');
  }
  const digest = event.additionalEventData?.recipient?.attestationDocumentEnclaveImageDigest;
  return typeof digest === 'string' ? digest.toLowerCase() : null;
}

/** `null`: the key is for no enclave, and nothing is asked. */
export const enclaveCalls = fromFacts(
  ['enclave'],
  async ({ enclave }, key: Subject, reader): Promise<EnclaveCalls | null> =>
    knownValue<object | null>(enclave) === null ? null : callsOf(reader, key),
  ['cloudtrail:LookupEvents'],
);

const tooMany = () =>
  new CloudError('unsupported', 'CloudTrail remembers more calls of the key than are looked at');

/** Images that used the key. What was not looked at may hold another. */
export const enclaveImages = fromFacts(['enclaveCalls'], (needs, _key: Subject): readonly string[] | null => {
  const calls = knownValue<EnclaveCalls | null>(needs['enclaveCalls']);
  if (calls?.complete === false) throw tooMany();
  return calls === null ? null : calls.images;
});

/** Calls in debug mode: one that was seen is enough, none must have been looked for everywhere. */
export const debugCalls = fromFacts(['enclaveCalls'], (needs, _key: Subject): number | null => {
  const calls = knownValue<EnclaveCalls | null>(needs['enclaveCalls']);
  if (calls?.complete === false && calls.debug === 0) throw tooMany();
  return calls === null ? null : calls.debug;
});
