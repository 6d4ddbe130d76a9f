import { describe, expect, test } from 'vitest';
import { flag, instant, leavesOut, parseReport } from '../../../src/cloud/aws/iam/report-csv.ts';

const header =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated,additional_credentials_info';
const rest =
  '2020-01-01T00:00:00+00:00,TRUE,no_information,2026-08-01T10:00:00+02:00,N/A,false,true,2026-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A,1';
const arn = 'arn:aws:iam::123456789012:user';
const one = (line: string) => parseReport(`${header}\n${line}\n`)[0];

describe('the credential report', () => {
  test.each([
    ['plain', `ann,${arn}/ann,${rest}`, 'ann', `${arn}/ann`],
    ['a comma in the name, unquoted', `a,b,${arn}/a,b,${rest}`, 'a,b', `${arn}/a,b`],
    ['commas in name and path', `a,b,${arn}/x,y/a,b,${rest}`, 'a,b', `${arn}/x,y/a,b`],
    ['a comma in the path alone', `ann,${arn}/x,y/ann,${rest}`, 'ann', `${arn}/x,y/ann`],
    ['quoted', `"a,b","${arn}/a,b",${rest}`, 'a,b', `${arn}/a,b`],
    ['a name that begins like an ARN', `arn:me,${arn}/arn:me,${rest}`, 'arn:me', `${arn}/arn:me`],
    [
      'the root identity',
      `<root_account>,arn:aws:iam::123456789012:root,${rest}`,
      '<root_account>',
      'arn:aws:iam::123456789012:root',
    ],
  ])('reads %s', (_, line, user, arnFound) => {
    expect(one(line)).toMatchObject({
      user,
      arn: arnFound,
      user_creation_time: '2020-01-01T00:00:00+00:00',
      mfa_active: 'false',
      access_key_2_active: 'false',
    });
  });

  test.each([
    ['1', true],
    ['2 access keys: ListAccessKeys', true],
    ['N/A', false],
    ['not_supported', false],
    ['', false],
  ])('tells that keys are left out: "%s"', (told, expected) => {
    const [row] = parseReport(`${header}\nann,${arn}/ann,${rest.replace(/1$/, told)}\n`);
    expect(row && leavesOut(row)).toBe(expected);
  });

  test('leaves nothing out where it has no such column', () => {
    const older = header.replace(',additional_credentials_info', '');
    const [row] = parseReport(`${older}\nann,${arn}/ann,${rest.replace(/,1$/, '')}\n`);
    expect(row && leavesOut(row)).toBe(false);
  });

  test('finds columns by name, wherever AWS puts them after the first two', () => {
    const columns = header.split(',');
    const moved = [...columns.slice(0, 2), 'new_column', ...columns.slice(2)].join(',');
    expect(parseReport(`${moved}\r\nann,${arn}/ann,x,${rest}\r\n`)[0]).toMatchObject({ mfa_active: 'false' });
  });

  test.each([
    ['nothing', ''],
    ['a line that is not its header', `ann,${arn}/ann,${rest}`],
    ['a page', '<html><body>Sign in</body></html>'],
    ['a header without mfa_active', header.replace('mfa_active', 'mfa')],
    ['a line that was cut off', `${header}\nann,${arn}/ann,2020-01-01T00:00:00+00:00,TRUE`],
    ['a line too long without an ARN', `${header}\nann,b,c,${rest}`],
  ])('refuses %s', (_, csv) => {
    expect(() => parseReport(csv)).toThrow(/credential report/);
  });

  test('an account with nobody in it is known to be empty', () => {
    expect(parseReport(`${header}\n`)).toEqual([]);
  });

  test('says yes, no, an instant or none, and never guesses', () => {
    const row = one(`ann,${arn}/ann,${rest}`);
    if (!row) throw new Error('no row');
    expect(flag(row, 'password_enabled')).toBe(true);
    expect(flag(row, 'mfa_active')).toBe(false);
    expect(instant(row, 'password_last_used')).toBeNull();
    expect(instant(row, 'password_next_rotation')).toBeNull();
    expect(instant(row, 'password_last_changed')).toBe('2026-08-01T08:00:00.000Z');
    const strange = { ...row, mfa_active: 'not_supported', password_last_changed: 'not_supported' };
    expect(() => flag(strange, 'mfa_active')).toThrow(/does not say mfa_active/);
    expect(() => instant(strange, 'password_last_changed')).toThrow(/does not say/);
    expect(() => flag({ ...row, mfa_active: '' }, 'mfa_active')).toThrow(/does not say/);
    expect(() => instant({ ...row, password_last_used: 'soon' }, 'password_last_used')).toThrow(
      /does not say/,
    );
  });
});
