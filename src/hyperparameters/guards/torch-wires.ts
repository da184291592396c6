import type { SyntaxNode } from '../../python/syntax-tree.ts';
import type { Layer } from './torch-layers.ts';

/** What a tensor may have been made by: layers, or something outside of the model. */
export type Source = SyntaxNode | 'outside';
export type Sources = ReadonlySet<Source>;

/** Which layers of a model take in what which others give out. */
export interface Wiring {
  readonly fed: readonly { readonly layer: Layer; readonly from: Sources }[];
  /** Layers whose output is added, joined, given back, or used in a way that we do not follow. */
  readonly tangled: Sources;
  /** The sizes in `view` and `reshape`, with what is reshaped. */
  readonly reshaped: readonly { readonly sizes: readonly SyntaxNode[]; readonly from: Sources }[];
}

/** Collects a wiring while data is followed. */
export class Wires implements Wiring {
  readonly fed: { layer: Layer; from: Sources }[] = [];
  readonly tangled = new Set<Source>();
  readonly reshaped: { sizes: readonly SyntaxNode[]; from: Sources }[] = [];

  /** Sends data through layers one after the other; what comes out. */
  through(layers: readonly Layer[], given: Sources): Sources {
    let now = given;
    for (const layer of layers) {
      if (layer.kind === 'plain') continue;
      this.fed.push({ layer, from: now });
      if (layer.kind === 'weights') now = new Set([layer.call]);
    }
    return now;
  }

  tangle(...values: readonly Sources[]): void {
    for (const value of values) for (const source of value) this.tangled.add(source);
  }
}
