import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { guard } from '../../../src/cloud/aws/guard.ts';
import { CloudError } from '../../../src/domain/errors.ts';

const outcome = async (
  body: unknown,
  statusCode = 200,
  reads = true,
  headers: Record<string, string> = {},
) => {
  const response = { statusCode, headers, body };
  try {
    await guard(response, reads);
    return 'passed on';
  } catch (error) {
    return error instanceof CloudError ? error.reason : error;
  }
};

describe('a page with status 200 is not an empty success', () => {
  test.each([
    '<html><body>Sign in</body></html>',
    '<HTML><BODY>Sign in</BODY></HTML>',
    '<Html lang="en">',
    '<!DOCTYPE html><html></html>',
    '<!doctype HTML PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
    '\n\n   <html>',
    '\u{feff}<html>',
    '<!-- proxy 7 --><html>',
    `<!-- ${'-'.repeat(2_000)} --><html>`,
    '<head><title>Sign in</title></head>',
    '<meta http-equiv="refresh" content="0; url=https://portal/">',
    '<script>location = "https://portal/"</script>',
    '<h1>Blocked</h1>',
    '<H1>Blocked</H1>',
    'Access blocked by your administrator',
  ])('%j', async (page) => {
    expect(await outcome(page)).toBe('failed');
    expect(await outcome(Readable.from([Buffer.from(page)]))).toBe('failed');
  });
});

describe("AWS's own answers are passed on, whole", () => {
  test.each([
    '<?xml version="1.0" encoding="UTF-8"?>\n<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>',
    '<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>',
    '<CORSConfiguration/>',
    '<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListUsersResult/></ListUsersResponse>',
    '{"Keys":[],"Truncated":false}',
    '{"Version":"2012-10-17","Statement":[{"Resource":"arn:aws:s3:::b/<html>"}]}',
    '<Tagging><TagSet><Tag><Key>page</Key><Value>&lt;html&gt;</Value></Tag></TagSet></Tagging>',
  ])('%j', async (text) => {
    for (const body of [
      text,
      Buffer.from(text),
      Readable.from([text.slice(0, 9), text.slice(9)].map((part) => Buffer.from(part))),
    ]) {
      const response: { statusCode: number; body?: unknown } = { statusCode: 200, body };
      await guard(response, true);
      expect(Buffer.from(response.body as Uint8Array).toString()).toBe(text);
    }
  });

  test('binary ones too', async () => {
    const cbor = Buffer.from([0xbf, 0xff]);
    expect(await outcome(cbor, 200, true, { 'smithy-protocol': 'rpc-v2-cbor' })).toBe('passed on');
  });
});

test.each([
  ['nothing, to a read', '', 200, true, 'unsupported'],
  ['nothing but space, to a read', ' \n', 200, true, 'unsupported'],
  ['no body, to a read', undefined, 200, true, 'unsupported'],
  ['nothing, to a write', '', 200, false, 'passed on'],
  ['nothing, with 204, to a read', '', 204, true, 'unsupported'],
  ['nothing, with 204, to a write', '', 204, false, 'passed on'],
  ['a page to a write', '<html/>', 200, false, 'failed'],
  [
    'a page with 404: the endpoint does not know the call',
    '<!doctype html><title>404</title>',
    404,
    true,
    'unsupported',
  ],
  ['a page with 500', '<html/>', 500, true, 'unsupported'],
  ['a page with 501', '<html/>', 501, true, 'unsupported'],
  ['a page with 403 is a refusal, which the SDK reports', '<html/>', 403, true, 'passed on'],
  ['a page with 503 is retried', '<html/>', 503, true, 'passed on'],
  ["AWS's own error", '<Error><Code>NoSuchBucketPolicy</Code></Error>', 404, true, 'passed on'],
])('%s', async (_, body, status, reads, wanted) => {
  expect(await outcome(body, status, reads)).toBe(wanted);
});

test.each([
  ['<VersioningConfiguration/>', 'passed on'],
  [
    '<?xml version="1.0"?>\n<!-- x --><VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>',
    'passed on',
  ],
  ['<Blocked/>', 'failed'],
  ['<?xml version="1.0"?><BlockPage>Versioning</BlockPage>', 'failed'],
  ['{}', 'failed'],
])(
  'where AWS may say "none" with only its element, another element is no answer: %j',
  async (body, wanted) => {
    const outcomeOf = guard({ statusCode: 200, body }, true, /Versioning/).then(
      () => 'passed on',
      (error: CloudError) => error.reason,
    );
    expect(await outcomeOf).toBe(wanted);
  },
);
