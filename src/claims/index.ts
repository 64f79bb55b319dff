export {agrees, TOLERANCE} from './claim.ts';
export {ledger, type LedgerInput} from './ledger.ts';
export {marginWords, withMargin} from './margin.ts';
export {type SealedPicture, sealedPictures} from './pictures.ts';
export {type Context, contextOf, guideClaims, isAsked} from './recognise/index.ts';
export {
  type Claim,
  CLAIM_KINDS,
  type ClaimInput,
  type ClaimKind,
  type DisclosureRules,
  type Fact,
  type Margin,
  type Measured,
  type OwnClaim,
  type Telling,
  type Verdict,
  type Working,
} from './types.ts';
export {showVerdict, SPOKEN_FROM, verdictWords} from './verdict.ts';
