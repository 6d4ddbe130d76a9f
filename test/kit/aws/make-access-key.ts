import { setTimeout as wait } from 'node:timers/promises';
import { CreateAccessKeyCommand, type IAMClient } from '@aws-sdk/client-iam';

/**
 * Makes an access key and answers its id. IAM tells keys apart by the second in which they were made, so each gets a second
 * of its own. Well into it: moto tells fractions, which the SDK rounds and the credential report cuts off.
 */
export async function makeAccessKey(iam: IAMClient, UserName: string): Promise<string> {
  await wait(1_100 - (Date.now() % 1_000));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return AccessKey?.AccessKeyId ?? '';
}
