import { servicePaths } from '../i18n/paths.ts';
import type { SearchView } from './view.ts';

/** What happens to a search while it is under way. */
export interface LiveSearchEvents {
  onStart(): void;
  onAnswer(view: SearchView): void;
  onFailure(): void;
}

/**
 * Asks `/api/search` as the visitor goes on typing. Only the latest question counts: earlier ones are
 * taken back, also on the server, and their answers never shown. The address of the page follows the
 * answer, without adding to the history.
 */
export function liveSearch(page: Pick<SearchView, 'lang' | 'action'>, events: LiveSearchEvents) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  async function send(query: string): Promise<void> {
    const mine = new AbortController();
    asking = mine;
    events.onStart();
    try {
      const answer = await fetch(`${servicePaths.search}?lang=${page.lang}&${query}`, {
        signal: mine.signal,
        headers: { accept: 'application/json' },
      });
      if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
      const view = (await answer.json()) as SearchView;
      if (mine.signal.aborted) return;
      const written = new URLSearchParams(view.fields).toString();
      history.replaceState(history.state, '', written ? `${page.action}?${written}` : page.action);
      events.onAnswer(view);
    } catch {
      if (!mine.signal.aborted) events.onFailure();
    }
  }

  function stop(): void {
    clearTimeout(waiting);
    asking?.abort();
  }

  return {
    /** Asks for `fields` after a rest of `restMs` milliseconds, unless something newer is asked first. */
    ask(fields: [string, string][], restMs: number): void {
      stop();
      waiting = setTimeout(() => void send(new URLSearchParams(fields).toString()), restMs);
    },
    stop,
  };
}
