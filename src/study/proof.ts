/**
 * Whether a candidate reaches its target by more than luck: Wald's sequential probability ratio test
 * (Wald 1945, Ann. Math. Stat. 16) of "on average one standard deviation above the target" against "one
 * below", over fresh seeds. The run that made it a candidate was chosen for reaching the target and is
 * no evidence of the mean; it only helps to tell how much runs differ.
 */

/** What earlier candidates of the study have taught: one error budget for all of them. */
export interface Experience {
  readonly candidates: number;
  /** Squared deviations from each candidate's own mean, and the degrees of freedom in them. */
  readonly squares: number;
  readonly degrees: number;
}

export const noExperience: Experience = { candidates: 0, squares: 0, degrees: 0 };

/** The sum of margins, in standard deviations, at which a candidate is believed; later candidates need more. */
const believedAt = 2.4;
const dearerByLogOfCandidates = 0.4;
const refutedAt = -1.6;
/** Re-seeded runs after which an undecided candidate is judged by where it leans. */
const mostFresh = 8;
/** Runs after which an undecided simplification is judged by where it leans. */
const mostOptional = 3;

export type Judgement = 'believed' | 'refuted' | 'open';

/**
 * `margins` are the distances to the target, positive beyond it: of the author-seeded run first, then of
 * the re-seeded ones. `repeats` is how many runs there have to be at least. The constants are measured by
 * `benchmarks/honesty`.
 */
export function judge(margins: readonly number[], repeats: number, { candidates, ...spread }: Experience): Judgement {
  const [, ...fresh] = margins;
  if (margins.length < repeats) return 'open';
  if (fresh.length === 0) return 'believed';
  const sum = fresh.reduce((total, margin) => total + margin, 0);
  const own = experienceOf(margins);
  const deviation = Math.sqrt((own.squares + spread.squares) / (own.degrees + spread.degrees));
  const onAverage = mean(margins) >= 0;
  if (deviation === 0) return onAverage ? 'believed' : 'refuted';
  const evidence = sum / deviation;
  const enough = believedAt + dearerByLogOfCandidates * Math.log(candidates + 1);
  if (evidence >= enough && onAverage) return 'believed';
  if (evidence <= refutedAt) return 'refuted';
  if (fresh.length < Math.max(mostFresh, repeats - 1)) return 'open';
  return evidence >= enough / 2 && onAverage ? 'believed' : 'refuted';
}

/**
 * As `judge`, for a simpler version of a winner. It is optional, so it is given up as soon as it misses on average, and decided
 * after few runs. Nobody chose it for its luck: its author-seeded run is evidence like the others.
 */
export function judgeOptional(margins: readonly number[], repeats: number, experience: Experience): Judgement {
  const sum = margins.reduce((total, margin) => total + margin, 0);
  if (sum < 0) return 'refuted';
  if (margins.length < repeats) return 'open';
  if (margins.length === 1) return 'believed';
  const own = experienceOf(margins);
  const degrees = own.degrees + experience.degrees;
  const deviation = degrees === 0 ? 0 : Math.sqrt((own.squares + experience.squares) / degrees);
  if (deviation === 0) return 'believed';
  const enough = believedAt + dearerByLogOfCandidates * Math.log(experience.candidates + 1);
  if (sum / deviation >= enough) return 'believed';
  if (margins.length < mostOptional) return 'open';
  return sum / deviation >= enough / 2 ? 'believed' : 'refuted';
}

/** What is known once a candidate with these margins has been judged. */
export function learn(experience: Experience, margins: readonly number[]): Experience {
  const { squares, degrees } = experienceOf(margins);
  return {
    candidates: experience.candidates + 1,
    squares: experience.squares + squares,
    degrees: experience.degrees + degrees,
  };
}

function experienceOf(margins: readonly number[]): Pick<Experience, 'squares' | 'degrees'> {
  const centre = mean(margins);
  return {
    squares: margins.reduce((sum, margin) => sum + (margin - centre) ** 2, 0),
    degrees: Math.max(0, margins.length - 1),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
