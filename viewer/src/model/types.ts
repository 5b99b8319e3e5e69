/**
 * The dossier as the viewer holds it: the nouns of `parallax.dossier/1` with every optional field
 * settled, accounts addressed by their position in the story, and places as byte spans of the
 * account's UTF-8 text, exactly as the file gives them. Nothing here is derived; see story.ts.
 */

/** A place in an account: half-open byte range of its UTF-8 text. */
export interface At {
  /** index into Story.accounts */
  a: number;
  begin: number;
  end: number;
}

export interface Dropped {
  begin: number;
  end: number;
  why: string;
}

export interface Account {
  index: number;
  id: string;
  path: string;
  source: string;
  title: string;
  url: string;
  published: string;
  publishedWhy: string;
  modified: string;
  language: string;
  encoding: string;
  authors: string[];
  words: number;
  text: string;
  dropped: Dropped[];
}

export type EntityType = 'person' | 'organization' | 'place' | 'other';

export interface Mention extends At {
  kind: string;
}

export interface NameForm {
  form: string;
  accounts: number[];
}

export interface Fact {
  kind: string;
  value: string;
  entity: string;
  at: At[];
}

export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  names: NameForm[];
  mentions: Mention[];
  facts: Fact[];
  why: string[];
}

export interface Rendering {
  a: number;
  spans: At[];
  kind: string;
  cue: At | null;
  source: At | null;
}

export interface Quote {
  id: string;
  speaker: string;
  why: string[];
  renderings: Rendering[];
}

export interface EventItem {
  id: string;
  name: string;
  mentions: At[];
  when: string;
  where: string;
  who: { entity: string; role: string }[];
  polarity: string;
  modality: string;
  claimant: string;
}

export interface Statement {
  id: string;
  text: string;
  /** Where the words of the text stand. */
  words: At | null;
  support: At[];
  /** Tell of it in part, or less alike. */
  near: At[];
  /** False when the text only names something. */
  whole: boolean;
  origins: number;
  events: string[];
  entities: string[];
  when: string;
  why: string[];
  claimant: string;
  attributed: boolean;
}

export type DifferenceKind = 'conflict' | 'update' | 'precision' | 'variant';

export interface Position {
  value: string;
  at: At[];
}

export interface Difference {
  id: string;
  kind: DifferenceKind;
  about: string;
  subject: string;
  positions: Position[];
  weight: number;
  why: string[];
}

export interface Figure {
  id: string;
  value: string;
  low: string;
  high: string;
  approximate: boolean;
  unit: string;
  of: string;
  mentions: At[];
}

export interface Moment {
  when: string;
  mentions: At[];
  events: string[];
  statements: string[];
}

export interface Reuse {
  a: At;
  b: At;
  similarity: number;
  kind: string;
  direction: string;
}

export interface Origin {
  accounts: number[];
  why: string[];
  first: number | null;
}

export interface Wording {
  id: string;
  entity: string;
  /** what the terms name when it is not an entity of the story */
  about: string;
  terms: { id: string; term: string; at: At[] }[];
}

export interface Check {
  id: string;
  kind: string;
  at: At[];
  says: string;
  computed: string;
  from: At[];
  holds: boolean | null;
  why: string[];
}

export interface Story {
  index: number;
  id: string;
  title: string;
  when: string;
  why: string[];
  accounts: Account[];
  entities: Entity[];
  quotes: Quote[];
  events: EventItem[];
  statements: Statement[];
  differences: Difference[];
  figures: Figure[];
  timeline: Moment[];
  reuse: Reuse[];
  origins: Origin[];
  wording: Wording[];
  checks: Check[];
}

export interface Dossier {
  format: string;
  stories: Story[];
  /** what could not be read, in words; shown at the foot of the page */
  problems: string[];
}
