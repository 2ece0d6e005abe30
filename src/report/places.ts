import type {TaskReference} from '../services/service.ts';

/** Where a task is looked for, as far as that is known, the narrowest place first. */
export function placesOf(
  {workspace, projectId}: TaskReference,
  region: string | undefined
): readonly (readonly [kind: string, name: string])[] {
  const places = [['workspace', workspace] as const, ['project', projectId] as const, ['region', region] as const];
  return places.flatMap(([kind, name]) => (name ? [[kind, name] as const] : []));
}
