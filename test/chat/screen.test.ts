import { describe, expect, test } from 'vitest';
import { screen } from '../../src/domain/screen.ts';
import { babble, random } from '../kit/sample-words.ts';

describe('masked', () => {
  test.each([
    ['SSN 123-45-6789 on file', 'a Social Security number', '6789'],
    ['123 45 6789', 'a Social Security number', '6789'],
    ['123‑45‑6789', 'a Social Security number', '6789'],
    ['ssn: 123456789', 'a Social Security number', '6789'],
    ['MRN 00123456', 'a medical record number', '123456'],
    ['mrn#A-0098123', 'a medical record number', '0098123'],
    ['medical record number: 445566', 'a medical record number', '445566'],
    ['patient id 99887', 'a medical record number', '99887'],
    ['call (555) 123-4567', 'a phone number', '4567'],
    ['555.123.4567', 'a phone number', '4567'],
    ['+1 555 123 4567', 'a phone number', '4567'],
    ['+44 20 7946 0958', 'a phone number', '0958'],
    ['phone 5551234567', 'a phone number', '4567'],
    ['write to jane.doe+x@clinic.example.org', 'an e-mail address', 'jane'],
    ['card 4111 1111 1111 1111', 'a card number', '1111'],
    ['4111-1111-1111-1111', 'a card number', '1111'],
    ['378282246310005', 'a card number', '310005'],
    ['DOB 01/02/1960', 'a date of birth', '1960'],
    ['born on 2 February 1960', 'a date of birth', '1960'],
    ['date of birth: 1960-02-01', 'a date of birth', '1960'],
    ['Birthdate Feb 1, 1960', 'a date of birth', '1960'],
    ['AKIAIOSFODNN7EXAMPLE', 'an AWS key', 'IOSFODNN'],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'an AWS key', 'MDENG'],
    [`${'xox'}b-123456789012-abcdefGHIJ`, 'a Slack token', 'abcdef'],
    [`${'xapp'}-1-A123-456-abcdef`, 'a Slack token', 'abcdef'],
    ['https://hooks.slack.com/services/T0/B0/secretpart', 'a Slack token', 'secretpart'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----', 'a private key', 'MIIabc'],
  ])('%s', (text, what, secret) => {
    const out = screen(`because ${text}, so wait`);
    expect(out.masked).toContain(what);
    expect(out.text).not.toContain(secret);
    expect(out.text).toMatch(/^because .*masked\].*so wait$/s);
  });
});

describe('left alone', () => {
  test.each([
    'account 111122223333 in us-east-1',
    'arn:aws:s3:::clinic-imaging and arn:aws:iam::111122223333:user/reception',
    'until 2027-01-31, seen 2026-11-20T12:00:00Z',
    '10.0.0.1/16 and 192.168.100.200',
    'citation 164.312(a)(2)(iv)',
    'commit da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'ticket OPS-12345 and F-7K3QX',
    'Slack ts 1700000000.123456',
    'port 443, 99.9 percent, 1,234,567 rows',
    'the patient portal moves to the new account',
    'version 2012-10-17',
    '4111 1111 1111 1112',
  ])('%s', (text) => expect(screen(text)).toEqual({ text, masked: [] }));
});

test('masking twice changes nothing more', () => {
  for (let seed = 0; seed < 500; seed++) {
    const next = random(seed);
    const once = screen(`${babble(next)} 123-45-6789 ${babble(next)} DOB 01/02/1960 a@b.example`);
    expect(screen(once.text)).toEqual({ text: once.text, masked: [] });
  }
});
