import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { STSClient } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { Cancelled, CloudError } from '../../domain/errors.ts';
import { actionOf } from './actions.ts';
import { type ArtifactClient, artifactClient } from './artifact/artifact-client.ts';
import { classify, isThrottle } from './classify.ts';
import { type Credentials, NoCredentials } from './credentials.ts';
import { Gate } from './gate.ts';
import { guard } from './guard.ts';
import { classOf, type ServiceClient, type ServiceName, services } from './services.ts';

export interface ClientSettings {
  readonly credentials: Credentials;
  /** Calls in flight per service and region, at most. */
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly maxAttempts: number;
  readonly signal: AbortSignal;
  /** A region of the scan: tells the partition in which global services live. */
  readonly region: string;
  counted(): void;
}

/** Answers by which AWS says "none" with nothing but their element: any other element would say the same. */
const emptyRoots: Readonly<Record<string, RegExp>> = {
  GetBucketLocationCommand: /Location/,
  GetBucketLoggingCommand: /Logging/,
  GetBucketNotificationConfigurationCommand: /Notification/,
  GetBucketVersioningCommand: /Versioning/,
};
/** Operations whose answer is never empty; some writes answer with nothing at all. */
const reads = /^(Get|List|Describe|BatchGet|Lookup|Generate|Assume)/;

/** Where a custom endpoint is set, buckets must be in the path: `bucket.127.0.0.1` is nobody's name. */
const customEndpoint = (service: string): string | undefined =>
  process.env[`AWS_ENDPOINT_URL_${service}`] ?? process.env['AWS_ENDPOINT_URL'];

/** All clients of one account for one scan: one connection pool, one gate per service and region, one count. */
export class Clients {
  readonly #settings: ClientSettings;
  readonly #handler: NodeHttpHandler;
  readonly #made = new Map<string, { destroy(): void }>();
  readonly #gates = new Map<string, Gate>();

  constructor(settings: ClientSettings) {
    this.#settings = settings;
    // Gates bound what is in flight. A call that waited for a socket of one host, as where all services stand behind one
    // endpoint, would be taken for one that cannot connect.
    const pool = { keepAlive: true, maxSockets: 1024 };
    this.#handler = new NodeHttpHandler({
      connectionTimeout: 5_000,
      requestTimeout: settings.timeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: new HttpAgent(pool),
      httpsAgent: new HttpsAgent(pool),
    });
  }

  s3 = (region: string): S3Client =>
    this.#client('s3', region, (common) => {
      const forcePathStyle = customEndpoint('S3') !== undefined;
      return new S3Client({ ...common, forcePathStyle, followRegionRedirects: true });
    });
  s3Control = (region: string): S3ControlClient =>
    this.#client('s3-control', region, (common) => s3ControlClient(common));
  iam = (): IAMClient => this.#client('iam', this.#global(), (common) => new IAMClient(common));
  sts = (region: string): STSClient => this.#client('sts', region, (common) => new STSClient(common));
  kms = (region: string): KMS => this.#client('kms', region, (common) => new KMS(common));
  cloudTrail = (region: string): CloudTrailClient =>
    this.#client('cloudtrail', region, (common) => new CloudTrailClient(common));
  cloudWatch = (region: string): CloudWatchClient =>
    this.#client('cloudwatch', region, (common) => new CloudWatchClient(common));
  cloudFront = (): CloudFrontClient =>
    this.#client('cloudfront', this.#global(), (common) => new CloudFrontClient(common));

  artifact = (): ArtifactClient => {
    const region = 'us-east-1'; // it answers there for the whole partition
    const key = `artifact ${region}`;
    const made = this.#made.get(key) ?? this.#artifact(region, this.#gateOf(key));
    this.#made.set(key, made);
    return made as ArtifactClient;
  };

  #artifact(region: string, gate: Gate): ArtifactClient {
    const { credentials, maxAttempts, signal, counted } = this.#settings;
    const endpoint = customEndpoint('ARTIFACT') ?? `https://artifact.${region}.amazonaws.com`;
    const handler = this.#handler;
    return artifactClient({ endpoint, region, credentials, handler, gate, maxAttempts, signal, counted });
  }

  /** A client of any other service, whose package is loaded now if no one has needed it yet. */
  service = async <N extends ServiceName>(name: N, region: string): Promise<ServiceClient<N>> => {
    const { prefix, ...rest } = services[name];
    const where = 'global' in rest ? this.#global() : region;
    const Client: new (common: Common & { disableHostPrefix: boolean }) => any = await classOf(name);
    // A custom endpoint has no names for what some services put before the host (`control-storage-` of HealthOmics).
    const disableHostPrefix = customEndpoint(prefix.toUpperCase().replaceAll('-', '_')) !== undefined;
    return this.#client(prefix, where, (common) => new Client({ ...common, disableHostPrefix }), name);
  };

  /** Where the global services of the partition answer. */
  #global(): string {
    const { region } = this.#settings;
    if (region.startsWith('us-gov-')) return 'us-gov-west-1';
    return region.startsWith('cn-') ? 'cn-north-1' : 'us-east-1';
  }

  #gateOf(key: string): Gate {
    const gate = this.#gates.get(key) ?? new Gate(this.#settings.concurrency);
    this.#gates.set(key, gate);
    return gate;
  }

  close(): void {
    for (const client of this.#made.values()) client.destroy();
    this.#handler.destroy();
  }

  #client<C extends { destroy(): void; middlewareStack: any; send: any }>(
    service: string,
    region: string,
    make: (common: Common) => C,
    name: string = service,
  ): C {
    const key = `${name} ${region}`;
    const existing = this.#made.get(key);
    if (existing) return existing as C;
    const { credentials, maxAttempts } = this.#settings;
    const client = make({
      region,
      credentials,
      maxAttempts,
      retryMode: 'standard', // exponential back-off with full jitter
      requestHandler: this.#handler,
    });
    this.#watch(client, service, key);
    this.#made.set(key, client);
    return client;
  }

  /** Counts and bounds every attempt, refuses answers that are not AWS's, and names what was missing. */
  #watch(client: { middlewareStack: any; send: any }, service: string, key: string): void {
    const { signal, counted } = this.#settings;
    const gate = this.#gateOf(key);
    const send = client.send.bind(client);
    client.send = (command: unknown, options: object = {}) =>
      send(command, { abortSignal: signal, ...options });
    client.middlewareStack.add(
      (next: any, context: { commandName: string }) => async (args: unknown) => {
        try {
          return await next(args);
        } catch (error) {
          if (signal.aborted) throw new Cancelled('the scan was cancelled', { cause: error });
          if (error instanceof NoCredentials) throw error;
          const { reason, message } = classify(error);
          const permission = actionOf(service, context.commandName.replace(/Command$/, ''));
          throw new CloudError(reason, `${message}: ${permission}`, permission, { cause: error });
        }
      },
      { step: 'initialize', priority: 'high', name: 'nameWhatWasMissing' },
    );
    client.middlewareStack.addRelativeTo(
      (next: any) => async (args: unknown) =>
        gate.run(async () => {
          if (signal.aborted) throw new Cancelled('the scan was cancelled');
          counted();
          try {
            const answer = await next(args);
            gate.answered();
            return answer;
          } catch (error) {
            if (isThrottle(error)) gate.throttled();
            throw error;
          }
        }),
      { relation: 'after', toMiddleware: 'retryMiddleware', name: 'gateEachAttempt' },
    );
    client.middlewareStack.addRelativeTo(
      (next: any, context: { commandName: string }) => async (args: { request: { method: string } }) => {
        const answer = await next(args);
        if (args.request.method !== 'HEAD')
          await guard(answer.response, reads.test(context.commandName), emptyRoots[context.commandName]);
        return answer;
      },
      { relation: 'after', toMiddleware: 'deserializerMiddleware', name: 'refuseForeignAnswers' },
    );
  }
}

/**
 * S3 Control puts the account's id before the host, which a custom endpoint has no name for (and an IP address makes
 * no valid URL of it): the client is given a stand-in name, and each request the real one.
 */
function s3ControlClient(common: Common): S3ControlClient {
  const custom = customEndpoint('S3_CONTROL');
  if (custom === undefined) return new S3ControlClient(common);
  const standIn = new URL(custom);
  standIn.hostname = 'endpoint.invalid';
  const client = new S3ControlClient({ ...common, endpoint: standIn.href });
  client.middlewareStack.add(
    (next: any) => async (args: any) => {
      args.request.hostname = new URL(custom).hostname;
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'keepCustomHost' },
  );
  return client;
}

interface Common {
  region: string;
  credentials: Credentials;
  maxAttempts: number;
  retryMode: 'standard';
  requestHandler: NodeHttpHandler;
}
