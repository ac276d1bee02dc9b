// Linear models, fitted exactly: the same data always gives the same weights.

import type { Weights } from '../../src/reading/summary/profiles.ts';

export type Row = ArrayLike<number>;

/** Means and deviations, so that a penalty weighs on all features alike. */
interface Scale {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

const newtonSteps = 8;

/** Logistic regression. @param penalty of the squared standardised weights, for each example */
export function fitLogistic(
  rows: readonly Row[],
  labels: readonly number[],
  importance: readonly number[],
  penalty: number,
): Weights {
  const scale = measureScale(rows, importance);
  const standard = rows.map((row) => standardise(row, scale));
  const size = scale.means.length + 1;
  let weights: Float64Array = new Float64Array(size);
  for (let step = 0; step < newtonSteps; step += 1) {
    const system = new System(size);
    for (const [at, row] of standard.entries()) {
      const odds = dot(row, weights);
      const chance = 1 / (1 + Math.exp(-odds));
      const curve = Math.max(chance * (1 - chance), 1e-6);
      system.add(row, odds + ((labels[at] ?? 0) - chance) / curve, curve * (importance[at] ?? 0));
    }
    weights = system.solve(penalty);
  }
  return restore(weights, scale);
}

/** Ridge regression. @param penalty of the squared standardised weights, for each example */
export function fitRidge(
  rows: readonly Row[],
  targets: readonly number[],
  importance: readonly number[],
  penalty: number,
): Weights {
  const scale = measureScale(rows, importance);
  const system = new System(scale.means.length + 1);
  for (const [at, row] of rows.entries()) system.add(standardise(row, scale), targets[at] ?? 0, importance[at] ?? 0);
  return restore(system.solve(penalty), scale);
}

/** The normal equations, gathered row by row. */
class System {
  readonly #size: number;
  readonly #squares: Float64Array;
  readonly #sides: Float64Array;
  #importance = 0;

  constructor(size: number) {
    this.#size = size;
    this.#squares = new Float64Array(size * size);
    this.#sides = new Float64Array(size);
  }

  add(row: Float64Array, target: number, importance: number): void {
    const size = this.#size;
    this.#importance += importance;
    for (let a = 0; a < size; a += 1) {
      const value = (row[a] ?? 0) * importance;
      this.#sides[a] = (this.#sides[a] ?? 0) + value * target;
      for (let b = 0; b <= a; b += 1)
        this.#squares[a * size + b] = (this.#squares[a * size + b] ?? 0) + value * (row[b] ?? 0);
    }
  }

  /** Cholesky's decomposition; the last column is the constant and is not penalised. */
  solve(penalty: number): Float64Array {
    const size = this.#size;
    const lower = this.#squares.slice();
    const at = (row: number, column: number): number => lower[row * size + column] ?? 0;
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b <= a; b += 1) {
        let sum = at(a, b) + (a === b ? (a < size - 1 ? penalty * this.#importance : 0) + 1e-9 : 0);
        for (let c = 0; c < b; c += 1) sum -= at(a, c) * at(b, c);
        lower[a * size + b] = a === b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(b, b);
      }
    }
    const solution = this.#sides.slice();
    for (let a = 0; a < size; a += 1) {
      let sum = solution[a] ?? 0;
      for (let b = 0; b < a; b += 1) sum -= at(a, b) * (solution[b] ?? 0);
      solution[a] = sum / at(a, a);
    }
    for (let a = size - 1; a >= 0; a -= 1) {
      let sum = solution[a] ?? 0;
      for (let b = a + 1; b < size; b += 1) sum -= at(b, a) * (solution[b] ?? 0);
      solution[a] = sum / at(a, a);
    }
    return solution;
  }
}

function measureScale(rows: readonly Row[], importance: readonly number[]): Scale {
  const width = rows[0]?.length ?? 0;
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  let total = 0;
  for (const [at, row] of rows.entries()) {
    const weight = importance[at] ?? 0;
    total += weight;
    for (let column = 0; column < width; column += 1) {
      means[column] = (means[column] ?? 0) + weight * (row[column] ?? 0);
      squares[column] = (squares[column] ?? 0) + weight * (row[column] ?? 0) ** 2;
    }
  }
  const deviations = squares.map((square, column) => {
    means[column] = (means[column] ?? 0) / total;
    return Math.sqrt(Math.max(square / total - (means[column] ?? 0) ** 2, 0));
  });
  return { means, deviations };
}

/** A feature that is the same everywhere stays at nought. The constant stands at the end. */
function standardise(row: Row, { means, deviations }: Scale): Float64Array {
  const standard = new Float64Array(means.length + 1);
  for (let column = 0; column < means.length; column += 1) {
    const deviation = deviations[column] ?? 0;
    standard[column] = deviation < 1e-9 ? 0 : ((row[column] ?? 0) - (means[column] ?? 0)) / deviation;
  }
  standard[means.length] = 1;
  return standard;
}

function restore(weights: Float64Array, { means, deviations }: Scale): Weights {
  let constant = weights[means.length] ?? 0;
  const restored = Array.from(means, (mean, column) => {
    const deviation = deviations[column] ?? 0;
    const weight = deviation < 1e-9 ? 0 : (weights[column] ?? 0) / deviation;
    constant -= weight * mean;
    return weight;
  });
  return { constant, weights: restored };
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < row.length; column += 1) sum += (row[column] ?? 0) * (weights[column] ?? 0);
  return sum;
}
