import { useSearchParams } from 'react-router-dom';

/** One choice out of a few that narrows a list, kept in the address. */
export function useFilter(name: string): [value: string, choose: (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    next.delete('offset');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next);
  };
  return [params.get(name) ?? '', choose];
}

/** Buttons of which one is pressed. */
export function Choices(props: {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
  onChoose: (value: string) => void;
}) {
  return (
    <div role="group" aria-label={props.label} className="flex flex-wrap gap-1">
      {props.choices.map(([value, messages]) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChoose(value)}
          className="txt-compact-small text-ui-fg-subtle hover:bg-ui-bg-base-hover aria-pressed:bg-ui-bg-base-pressed aria-pressed:text-ui-fg-base focus-visible:shadow-borders-focus rounded-md px-2 py-1 outline-none aria-pressed:font-medium"
        >
          {messages}
        </button>
      ))}
    </div>
  );
}
