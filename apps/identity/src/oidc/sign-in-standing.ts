/** RFC 8176: more than one factor was shown. */
export const SECOND_FACTOR_SHOWN = 'mfa';

/** Facts of a sign-in, as sessions, codes and refresh tokens carry them. */
export interface SignInFacts {
  authTimeS: number | undefined;
  amr: readonly string[];
}

export interface SignInDemands {
  needsSecondFactor: boolean;
  validFromS: number;
}

/** Why a sign-in opens nothing for this account now, though it may have when it was made. */
export type SignInLack = 'overtaken' | 'second_factor_missing';

/** Whatever is not known of a sign-in counts against it. */
export function lackOf(facts: SignInFacts, demands: SignInDemands): SignInLack | undefined {
  if ((facts.authTimeS ?? 0) < demands.validFromS) return 'overtaken';
  if (demands.needsSecondFactor && !facts.amr.includes(SECOND_FACTOR_SHOWN)) return 'second_factor_missing';
  return undefined;
}
