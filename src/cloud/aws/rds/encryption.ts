/** Whose key seals the storage; `none`: it is not encrypted. */
export type StorageEncryption = 'KMS key' | "AWS's own key" | 'none';

interface Told {
  readonly encrypted: boolean | undefined;
  readonly type: string | undefined;
}

/** RDS says "not encrypted" also of what is sealed under a key that AWS owns; only the type tells the two apart. `null`: it does not say. */
export function storageEncryption({ encrypted, type }: Told): StorageEncryption | null {
  if (type === 'sse-rds') return "AWS's own key";
  if (encrypted === undefined) return null;
  return encrypted ? 'KMS key' : 'none';
}
