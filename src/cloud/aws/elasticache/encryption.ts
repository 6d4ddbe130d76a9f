interface Told {
  readonly AtRestEncryptionEnabled?: boolean | undefined;
  readonly StorageEncryptionType?: string | undefined;
  readonly TransitEncryptionEnabled?: boolean | undefined;
  readonly TransitEncryptionMode?: string | undefined;
}

export interface CacheEncryption {
  readonly atRest: boolean;
  /** `preferred`: encrypted connections are taken, and plain ones, too. */
  readonly inTransit: 'required' | 'preferred' | 'off';
}

/** The flag at rest tells of KMS keys only; what is sealed under a key that AWS owns is told by the type. */
export const encryptionOf = (told: Told): CacheEncryption => {
  const { StorageEncryptionType: type = 'none', TransitEncryptionMode: mode = 'required' } = told;
  return {
    atRest: told.AtRestEncryptionEnabled === true || type !== 'none',
    inTransit:
      told.TransitEncryptionEnabled !== true ? 'off' : mode === 'preferred' ? 'preferred' : 'required',
  };
};
