import { randomUUID } from 'node:crypto';
import { HeadBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Collector } from '../../../../domain/catalog.ts';
import { CloudError } from '../../../../domain/errors.ts';
import type { AwsReader } from '../../reader.ts';
import type { Bucket } from '../bucket-subject.ts';

/** What a stranger's HEAD was told. A HEAD has no body: nothing of the bucket's content can be read by it. */
export interface AnonymousProbe {
  readonly bucket: 'answers' | 'refuses';
  /** HEAD on a key that cannot exist: "not found" is said only to those who may list. */
  readonly unknownKey: 'answers' | 'refuses';
}

/** Asks as a stranger, without signature (so no permission) and without content. Only where the configuration opted in. */
export const anonymousProbe: Collector<Bucket, AnonymousProbe, AwsReader> = {
  from: 'call',
  permissions: [],
  async read(reader, { name, region }) {
    if (!reader.optIns.has('anonymous-probe')) {
      throw new CloudError('unsupported', 'the anonymous probe is not turned on');
    }
    const stranger = strangerLike(reader, region);
    const send = { abortSignal: reader.signal };
    try {
      const ofBucket = await statusOf(stranger.send(new HeadBucketCommand({ Bucket: name }), send));
      if (ofBucket === 404) throw new CloudError('failed', 'the bucket is gone');
      const Key = `hipaa-probe-${randomUUID()}`;
      const ofKey = await statusOf(stranger.send(new HeadObjectCommand({ Bucket: name, Key }), send));
      return { bucket: answerOf(ofBucket, [200]), unknownKey: answerOf(ofKey, [200, 404]) };
    } finally {
      stranger.destroy();
    }
  },
};

/** The same endpoint and addressing as the reader's client, but nobody's signature. */
function strangerLike(reader: AwsReader, region: string): S3Client {
  const { endpoint, forcePathStyle } = reader.s3(region).config;
  return new S3Client({
    region,
    maxAttempts: 2,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 5_000, requestTimeout: 10_000 }),
    forcePathStyle: forcePathStyle === true,
    ...(endpoint ? { endpoint } : {}),
    credentials: { accessKeyId: 'anonymous', secretAccessKey: 'anonymous' },
    signer: { sign: async (request) => request },
  });
}

async function statusOf(
  answer: Promise<{ $metadata: { httpStatusCode?: number | undefined } }>,
): Promise<number> {
  try {
    return (await answer).$metadata.httpStatusCode ?? 0;
  } catch (error) {
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
    if ($metadata?.httpStatusCode === undefined) throw error;
    return $metadata.httpStatusCode;
  }
}

function answerOf(status: number, open: readonly number[]): 'answers' | 'refuses' {
  if (open.includes(status)) return 'answers';
  if (status === 401 || status === 403) return 'refuses';
  throw new CloudError('failed', `the unsigned request got status ${status}`);
}
