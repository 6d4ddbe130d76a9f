import { createHash } from 'node:crypto';
import { cloudFrontOperation, s3ControlOperation } from './wire-routes.ts';
import { s3Address, s3Operation } from './wire-s3.ts';
import { sdkOperation } from './wire-sdk.ts';

export { iamActionOf, needsNoPermission } from './iam-actions.ts';

export interface WireRequest {
  method: string;
  /** Raw, still percent-encoded; may carry the query string. */
  path: string;
  query?: string | URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body?: Uint8Array | string;
}

export type Protocol = 's3' | 'restXml' | 'restJson' | 'query' | 'ec2' | 'json' | 'cbor';

export interface WireName {
  service: string;
  operation: string;
  region: string;
  protocol: Protocol;
  /** The bucket, where the call is about one. */
  bucket?: string;
  objectKey?: string;
}

export interface WireCall extends WireName {
  /** The exact question: two calls with one key learn the same thing twice. */
  key: string;
  /** False for an anonymous request, which needs no IAM action. */
  signed: boolean;
  accessKeyId: string;
  /** 1 for the first try; a retry of a throttled call is not a second question. */
  attempt: number;
}

// Where the signing name is not the IAM prefix.
const servicePrefixes: Readonly<Record<string, string>> = {
  monitoring: 'cloudwatch',
  s3express: 's3',
  email: 'ses',
  tagging: 'tag',
};

// Unsigned calls (AssumeRoleWithWebIdentity) name their service only here.
const serviceOfVersion: Readonly<Record<string, string>> = {
  '2011-06-15': 'sts',
  '2010-05-08': 'iam',
  '2010-08-01': 'cloudwatch',
  '2016-11-15': 'ec2',
};
const serviceOfTarget: Readonly<Record<string, string>> = {
  TrentService: 'kms',
  CloudTrail_20131101: 'cloudtrail',
  GraniteServiceVersion20100801: 'cloudwatch',
};

// Their answer is the same from every region, so asking in two regions is asking twice.
const globalServices = new Set([
  's3',
  'iam',
  'sts',
  'cloudfront',
  'organizations',
  'route53',
  'account',
  'artifact',
  'ce',
]);
const globalOperation = /PublicAccessBlock$|MultiRegion/;

const volatileHeaders =
  /^x-amz-(date|security-token|content-sha256|user-agent|target|trailer|decoded-content-length|checksum-.*|sdk-checksum-algorithm)$/;
const meaningfulHeaders = /^(x-amz-.*|range|if-.*)$/;

export function nameCall(request: WireRequest): WireCall {
  const parsed = parse(request);
  const name = nameParsed(parsed);
  const scope = scopeOf(parsed);
  const region = isGlobal(name) ? '' : name.region;
  const question = name.protocol === 's3' || name.protocol.startsWith('rest') ? restInput : bodyInput;
  return {
    ...name,
    key: [name.service, name.operation, region, scope.accessKeyId, question(parsed, name)].join(' '),
    signed: scope.signed,
    accessKeyId: scope.accessKeyId,
    attempt: Number(/attempt=(\d+)/.exec(header(parsed, 'amz-sdk-request'))?.[1] ?? 1),
  };
}

/** Names without the key: what a server needs to route, and cheaper. */
export const nameOperation = (request: WireRequest): WireName => nameParsed(parse(request));

interface Parsed {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: WireRequest['headers'];
  body: Buffer;
}

function parse(request: WireRequest): Parsed {
  const at = request.path.indexOf('?');
  const inline = at < 0 ? '' : request.path.slice(at + 1);
  return {
    method: request.method,
    path: at < 0 ? request.path : request.path.slice(0, at),
    query: new URLSearchParams(request.query ?? inline),
    headers: request.headers,
    body: typeof request.body === 'string' ? Buffer.from(request.body) : Buffer.from(request.body ?? ''),
  };
}

function nameParsed(request: Parsed): WireName {
  const scope = scopeOf(request);
  const named = (service: string, operation: string, protocol: Protocol): WireName => ({
    service: servicePrefixes[service] ?? service,
    operation,
    region: scope.region,
    protocol,
  });

  const target = header(request, 'x-amz-target');
  if (target) {
    const [prefix = '', operation = ''] = target.split(/\.(?=[^.]*$)/);
    return named(scope.service || serviceOfTarget[prefix] || prefix.toLowerCase(), operation, 'json');
  }

  const rpc = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(request.path);
  if (rpc) return named(scope.service || serviceOfTarget[rpc[1] ?? ''] || 'unknown', rpc[2] ?? '', 'cbor');

  const form = formOf(request);
  const action = form.get('Action');
  if (action) {
    const service = scope.service || serviceOfVersion[form.get('Version') ?? ''] || 'unknown';
    return named(service, action, service === 'ec2' ? 'ec2' : 'query');
  }

  if (request.path.startsWith('/v20180820/')) {
    return named('s3control', s3ControlOperation(request.method, request.path, request.query), 'restXml');
  }
  if (scope.service === 'cloudfront') {
    return named('cloudfront', cloudFrontOperation(request.method, request.path, request.query), 'restXml');
  }
  if (scope.service === '' || scope.service === 's3' || scope.service === 's3express') {
    const address = s3Address(header(request, 'host'), request.path);
    const name = named('s3', s3Operation(request.method, address, request.query, request.headers), 's3');
    if (address.bucket) name.bucket = address.bucket;
    if (address.key) name.objectKey = address.key;
    return name;
  }
  const operation = sdkOperation(scope.service, request.method, request.path, request.query);
  const protocol = scope.service === 'route53' ? 'restXml' : 'restJson';
  return named(scope.service, operation ?? `?${request.method} ${request.path}`, protocol);
}

interface Scope {
  signed: boolean;
  accessKeyId: string;
  region: string;
  service: string;
}

// AWS4: key/date/region/service/aws4_request; AWS4A (multi-region) leaves the region out.
function scopeOf(request: Parsed): Scope {
  const authorization = header(request, 'authorization');
  const credential =
    /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? request.query.get('X-Amz-Credential') ?? '';
  const parts = credential.split('/');
  if (parts.length < 4) return { signed: false, accessKeyId: 'anonymous', region: '', service: '' };
  const [accessKeyId = '', , region = '', service = ''] =
    parts.length === 4 ? [parts[0], parts[1], '*', parts[2]] : parts;
  return { signed: true, accessKeyId, region, service };
}

function formOf(request: Parsed): URLSearchParams {
  const isForm = header(request, 'content-type').startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(request.body.toString()) : request.query;
}

const isGlobal = (name: WireName): boolean =>
  globalServices.has(name.service) || (name.service === 's3control' && globalOperation.test(name.operation));

function restInput(request: Parsed, name: WireName): string {
  const path = name.bucket
    ? `/${name.bucket}${name.objectKey ? `/${name.objectKey}` : ''}`
    : decodeURIComponent(request.path);
  const query = sorted([...request.query].filter(([k]) => !/^x-id$|^X-Amz-/i.test(k)));
  const headers = Object.keys(request.headers)
    .filter((k) => meaningfulHeaders.test(k) && !volatileHeaders.test(k))
    .map((k): [string, string] => [k, header(request, k)]);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const body = reads ? '' : header(request, 'x-amz-content-sha256') || digest(request.body);
  return [path, query && `?${query}`, sorted(headers), body].filter(Boolean).join(' ');
}

function bodyInput(request: Parsed, name: WireName): string {
  if (name.protocol === 'cbor') return digest(request.body);
  if (name.protocol === 'json') return stableJson(request.body.toString());
  // Two services may share a name and an operation, told apart by their version: both kinds of load balancers.
  return sorted([...formOf(request)].filter(([k]) => k !== 'Action'));
}

const sorted = (pairs: [string, string][]): string =>
  pairs
    .map(([k, v]) => (v === '' ? k : `${k}=${v}`))
    .sort()
    .join('&');

function stableJson(text: string): string {
  const order = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(order)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([k, v]) => [k, order(v)]),
          )
        : value;
  try {
    return JSON.stringify(order(JSON.parse(text || '{}')));
  } catch {
    return digest(Buffer.from(text));
  }
}

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 16);

function header(request: { headers: WireRequest['headers'] }, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}
