import type { WireCall } from './wire.ts';

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
}

export type Fault =
  | { kind?: 'error'; status: number; code: string; message?: string }
  | { kind: 'deny' | 'throttle' | 'serverError'; message?: string }
  | { kind: 'answer'; answer: Answer | ((call: WireCall) => Answer) }
  | { kind: 'hang' | 'drop' };

/** Refused as that service refuses: AccessDenied, AccessDeniedException, UnauthorizedOperation. */
export const deny = (message?: string): Fault => ({ kind: 'deny', ...(message && { message }) });
export const throttle = (): Fault => ({ kind: 'throttle' });
export const serverError = (): Fault => ({ kind: 'serverError' });
/** Accepts the call and never answers. */
export const hang = (): Fault => ({ kind: 'hang' });
/** Closes the connection without an answer. */
export const dropConnection = (): Fault => ({ kind: 'drop' });
export const empty200 = (): Fault => answer(200, {}, '');

// Well formed on purpose: the SDK's XML parser takes it for an empty success instead of throwing.
const captivePortal =
  '<html><head><title>Sign in to the network</title></head><body><p>Blocked</p></body></html>';
export const html200 = (page = captivePortal): Fault =>
  answer(200, { 'content-type': 'text/html; charset=utf-8' }, page);

/** A recorded answer in AWS's documented shape; a function may page by looking at the call. */
export const answer = (
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer | ((call: WireCall) => string),
): Fault => ({
  kind: 'answer',
  answer:
    typeof body === 'function'
      ? (call) => ({ status, headers, body: body(call) })
      : { status, headers, body },
});

/** An answer of the wire, or what the connection does instead. */
export function renderFault(fault: Fault, call: WireCall): Answer | 'hang' | 'drop' {
  if (fault.kind === undefined || fault.kind === 'error') {
    return renderError(call, fault.status, fault.code, fault.message ?? fault.code);
  }
  switch (fault.kind) {
    case 'hang':
    case 'drop':
      return fault.kind;
    case 'answer':
      return typeof fault.answer === 'function' ? fault.answer(call) : fault.answer;
    case 'deny':
    case 'throttle':
    case 'serverError': {
      const [status, code, message] = usual(fault.kind, call);
      return renderError(call, status, code, fault.message ?? message);
    }
  }
}

function usual(kind: 'deny' | 'throttle' | 'serverError', call: WireCall): [number, string, string] {
  const { protocol, service } = call;
  const isJson = protocol === 'json' || protocol === 'cbor' || protocol === 'restJson';
  const queryCodes = protocol !== 's3' && (!isJson || service === 'cloudwatch');
  switch (kind) {
    case 'deny': {
      const message = `User: arn:aws:sts::123456789012:assumed-role/scan/test is not authorized to perform: ${service}:${call.operation}`;
      if (service === 'ec2') return [403, 'UnauthorizedOperation', message];
      if (isJson && !queryCodes)
        return [protocol === 'restJson' ? 403 : 400, 'AccessDeniedException', message];
      return [403, 'AccessDenied', protocol === 's3' ? 'Access Denied' : message];
    }
    case 'throttle':
      if (service === 's3' || service === 's3control')
        return [503, 'SlowDown', 'Please reduce your request rate.'];
      if (service === 'ec2') return [503, 'RequestLimitExceeded', 'Request limit exceeded.'];
      if (protocol === 'restJson') return [429, 'TooManyRequestsException', 'Rate exceeded'];
      return [400, queryCodes ? 'Throttling' : 'ThrottlingException', 'Rate exceeded'];
    case 'serverError':
      return protocol === 's3' || service === 's3control'
        ? [500, 'InternalError', 'We encountered an internal error. Please try again.']
        : [500, service === 'iam' ? 'ServiceFailure' : 'InternalFailure', 'Internal failure'];
  }
}

const xmlnsOf: Readonly<Record<string, string>> = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
  cloudwatch: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
  cloudfront: 'http://cloudfront.amazonaws.com/doc/2020-05-31/',
  s3control: 'http://awss3control.amazonaws.com/doc/2018-08-20/',
};

/** The error as that protocol writes it. */
export function renderError(
  call: Pick<WireCall, 'protocol' | 'service'>,
  status: number,
  code: string,
  message: string,
): Answer {
  const requestId = '00000000-0000-4000-8000-000000000000';
  const fields = `<Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  switch (call.protocol) {
    case 's3':
      return xml(status, `<Error>${fields}<RequestId>${requestId}</RequestId><HostId>x</HostId></Error>`);
    case 'restXml':
    case 'query': {
      const type = status >= 500 ? 'Receiver' : 'Sender';
      const xmlns = xmlnsOf[call.service] ?? `https://${call.service}.amazonaws.com/doc/`;
      return xml(
        status,
        `<ErrorResponse xmlns="${xmlns}"><Error><Type>${type}</Type>${fields}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
      );
    }
    case 'ec2':
      return xml(
        status,
        `<Response><Errors><Error>${fields}</Error></Errors><RequestID>${requestId}</RequestID></Response>`,
      );
    case 'json': {
      const headers = {
        'content-type': 'application/x-amz-json-1.1',
        // CloudWatch moved from the query protocol and still names its old codes here.
        ...(call.service === 'cloudwatch' && { 'x-amzn-query-error': `${code};Sender` }),
      };
      return { status, headers, body: JSON.stringify({ __type: code, message }) };
    }
    case 'restJson':
      return {
        status,
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
        body: JSON.stringify({ message }),
      };
    case 'cbor':
      return {
        status,
        headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
        body: cborMap({ __type: code, message }),
      };
  }
}

const xml = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
});

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[c] ?? c);

// Enough CBOR for an error: a small map of text strings.
function cborMap(record: Readonly<Record<string, string>>): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    const head = bytes.length < 24 ? [0x60 | bytes.length] : [0x79, bytes.length >> 8, bytes.length & 0xff];
    return Buffer.concat([Buffer.from(head), bytes]);
  };
  const entries = Object.entries(record);
  return Buffer.concat([Buffer.from([0xa0 | entries.length]), ...entries.flatMap((e) => e.map(text))]);
}
