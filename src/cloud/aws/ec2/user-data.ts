import { gunzipSync } from 'node:zlib';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, present } from '../collect.ts';
import type { Instance } from './instances.ts';
import { secretsIn } from './secrets-in.ts';

/** User data is 16 KB at most; unpacked it may be more, but never this much. */
const mostBytes = 1_048_576;

/** Kinds of secrets in the script that the instance starts with. The script itself is read, judged and forgotten here. */
export const userDataSecrets = fromCall(
  ['ec2:DescribeInstanceAttribute'],
  async (reader, { region, instanceId: InstanceId }: Instance): Promise<readonly string[]> => {
    const ec2 = await reader.service('ec2', region);
    const { UserData } = await ec2.describeInstanceAttribute({ InstanceId, Attribute: 'userData' });
    const script = unpacked(Buffer.from(present(UserData, 'UserData').Value ?? '', 'base64'));
    return secretsIn([script, ...encodedIn(script)].join('\n'));
  },
);

/** Files and parts that cloud-init is handed in base64, packed or not. What is none looks like no secret when it is decoded. */
const encodedIn = (script: string): readonly string[] =>
  (script.match(/[A-Za-z0-9+/]{40,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}/g) ?? []).map((encoded) =>
    unpacked(Buffer.from(encoded, 'base64')),
  );

function unpacked(bytes: Buffer): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes }).toString('utf8');
  } catch {
    // Without its cause: whatever zlib says would be about the contents.
    throw new CloudError('unsupported', 'the user data is packed and could not be unpacked');
  }
}
