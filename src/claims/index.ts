export {ledger} from './ledger.ts';
export {withMargin} from './margin.ts';
export {type SealedPicture, sealedPictures} from './pictures.ts';
export {contextOf, isAsked} from './recognise/index.ts';
export {
  type Claim,
  CLAIM_KINDS,
  type DisclosureRules,
  type Fact,
  type Measured,
  type OwnClaim,
  type Telling,
  type Verdict,
} from './types.ts';
export {showVerdict, SPOKEN_FROM, verdictWords} from './verdict.ts';
