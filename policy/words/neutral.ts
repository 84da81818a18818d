// Words near a treatment that state no effect on health: `The injection costs`, `A scan may show`.
// The rule evidence/uncited uses them.

/** Verbs after a treatment, in lines of several. Each stands for its forms in -s, -d and -ed too. */
export const NEUTRAL_VERBS: readonly string[] = [
  'cost take last start begin include contain involve come need use consist happen require depend',
  'stand mean vary follow target exist remain appear seem belong differ turn go run count range',
]

/** Other words after a treatment, in lines of several. */
export const NEUTRAL_WORDS: readonly string[] = [
  'varies varied carries carried began came took went meant ran',
  'has have had does is was this its us as his ones others',
  'called based given guided injected offered licensed approved known sold studied tested invented',
  'developed named priced designed intended supposed thought believed made prepared taken performed',
  'repeated provided registered cleared endorsed recommended supplied covered examined checked',
  'packages weeks days months years tablets patients studies trials clinics doctors',
  'products treatments needles courses tennis sinus',
  'always perhaps besides across less towards afterwards sometimes plus',
  'tired aged damaged injured inflamed strained torn surrounded',
]

/** What tests, documents and people may do about a complaint: regular expressions for whole words. */
export const DESCRIBING_VERBS: readonly string[] = [
  'be|show|find|detect|reveal|rule|confirm|look|see|measure|guide|tell|explain|check|join|include',
  'vary|ask|choose|read|discuss|advise|suggest|refer|offer|pay|cover|charge|say|claim|call|mean|use',
  'also be|only be|then be|want|need|teach|promise|have (?:a|an|the)|result from|point|start|begin',
  'not|never|arrange|assess|examine|feel for|treat|prescribe|come from|happen|take|get to',
]
