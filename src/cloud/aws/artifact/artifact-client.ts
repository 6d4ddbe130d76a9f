import { createHash, createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { Cancelled, CloudError } from '../../../domain/errors.ts';
import { classify, isThrottle } from '../classify.ts';
import { type Credentials, NoCredentials } from '../credentials.ts';
import type { Gate } from '../gate.ts';
import { guard } from '../guard.ts';

/** One page of the agreements that hold for the account; not yet looked at. */
export interface AgreementsPage {
  readonly customerAgreements?: unknown;
  readonly nextToken?: unknown;
}

/** AWS publishes no client package of Artifact for this language. */
export interface ArtifactClient {
  listCustomerAgreements(nextToken?: string): Promise<AgreementsPage>;
  destroy(): void;
}

export interface Road {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
  readonly handler: NodeHttpHandler;
  readonly gate: Gate;
  readonly maxAttempts: number;
  readonly signal: AbortSignal;
  counted(): void;
}

const permission = 'artifact:ListCustomerAgreements';

class Sha256 {
  readonly #hash;
  constructor(secret?: unknown) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Uint8Array);
  }
  update(data: Uint8Array | string): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

/** What the endpoint refused, in the form in which the SDK's own clients throw it. */
interface Refusal {
  readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };
}

/** Signed, bounded, counted, guarded and repeated as the calls of the SDK's clients are. */
export function artifactClient(road: Road): ArtifactClient {
  const { credentials, region, handler, gate, signal, maxAttempts } = road;
  const signer = new SignatureV4({ service: 'artifact', region, credentials, sha256: Sha256 as never });
  const url = new URL(road.endpoint);

  async function once(query: Record<string, string>, attempt: number): Promise<AgreementsPage> {
    const request = await signer.sign({
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      path: '/v1/customer-agreement/list',
      query,
      headers: { host: url.host, 'amz-sdk-request': `attempt=${attempt}; max=${maxAttempts}` },
    });
    const { response } = await handler.handle(request as never, { abortSignal: signal as never });
    await guard(response, true);
    const text = Buffer.from(response.body as Uint8Array).toString('utf8');
    if (response.statusCode >= 300) throw refusal(response, text);
    return pageIn(text);
  }

  const attempt = (query: Record<string, string>, count: number): Promise<AgreementsPage> =>
    gate.run(async () => {
      if (signal.aborted) throw new Cancelled('the scan was cancelled');
      road.counted();
      try {
        const page = await once(query, count);
        gate.answered();
        return page;
      } catch (error) {
        if (isThrottle(error)) gate.throttled();
        throw error;
      }
    });

  return {
    async listCustomerAgreements(nextToken) {
      const query = { maxResults: '100', ...(nextToken !== undefined && { nextToken }) };
      for (let count = 1; ; count++) {
        try {
          return await attempt(query, count);
        } catch (error) {
          if (signal.aborted) throw new Cancelled('the scan was cancelled', { cause: error });
          if (error instanceof NoCredentials) throw error;
          if (count < maxAttempts && passes(error)) {
            await wait(Math.random() * Math.min(20_000, 100 * 2 ** count), undefined, { signal }).catch(
              () => {},
            );
            continue;
          }
          const { reason, message } = classify(error);
          throw new CloudError(reason, `${message}: ${permission}`, permission, { cause: error });
        }
      }
    },
    destroy() {},
  };
}

/** What may be another time: too many calls, a fault of AWS, a connection that broke off. */
function passes(error: unknown): boolean {
  if (error instanceof CloudError) return false;
  const status = (error as Partial<Refusal>).$metadata?.httpStatusCode;
  return isThrottle(error) || status === undefined || status >= 500;
}

function refusal(
  { statusCode, headers }: { statusCode: number; headers: Record<string, string> },
  text: string,
) {
  const named = headers['x-amzn-errortype'] ?? typeIn(text) ?? 'Unknown';
  const name = named.split(':')[0]?.split('#').at(-1) ?? named;
  return Object.assign(new Error(name), {
    name,
    $metadata: { httpStatusCode: statusCode },
  }) satisfies Refusal;
}

function typeIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { __type?: string }).__type;
  } catch {
    return undefined;
  }
}

function pageIn(text: string): AgreementsPage {
  try {
    return JSON.parse(text) as AgreementsPage;
  } catch (cause) {
    throw new CloudError('failed', 'something else answered instead of AWS', undefined, { cause });
  }
}
