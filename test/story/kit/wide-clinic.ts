import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clinic } from './slack-bot.ts';

/** A policy about as long as S3 takes, 20 KB: every second statement lets strangers in. */
export function longPolicy(bucket: string): string {
  const arn = `arn:aws:s3:::${bucket}`;
  const Statement = Array.from({ length: 88 }, (_, i) => ({
    Sid: `Ward${i}`,
    Effect: 'Allow',
    Principal: i % 2 === 0 ? { AWS: `arn:aws:iam::111122223333:role/ward-${i}-reader-of-the-imaging` } : '*',
    Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectAttributes'],
    Resource: `${arn}/ward-${i}-of-the-northern-hospital/*`,
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

/** The demo clinic with versioning off everywhere, so that every story has a bucket of its own, and one long policy. */
export function wideClinic(folder: string): string {
  const recording = JSON.parse(readFileSync(clinic, 'utf8'));
  for (const { kind, subject, facts } of recording.accounts[0].resources) {
    if (kind !== 'aws.s3.bucket') continue;
    facts.versioning = { known: true, value: { enabled: false, suspended: false, mfaDelete: false } };
    if (subject.name !== 'lakeside-lab-results') continue;
    facts.policy = { known: true, value: longPolicy(subject.name) };
    facts.publicPolicy = { known: true, value: { public: true, because: 'Ward1 lets everyone in' } };
  }
  const file = join(folder, 'wide-clinic.json');
  writeFileSync(file, JSON.stringify(recording));
  return file;
}
