// Verbs that begin an instruction: `Ask your doctor`.
// Each line holds several verbs, with spaces between them. The rule evidence/uncited uses it.

export const INSTRUCTION_VERBS: readonly string[] = [
  'ask tell call keep take avoid use try choose come join book say stand wear put bring see',
  'talk speak contact stop start drink eat apply check read wait let give get make be',
  'remember expect enjoy discover wave go look find learn phone ring seek report follow store',
  'stay sit lie raise lift move cut never please consider think discuss plan arrange write',
  'sign leave visit meet forget ditch skip swap unlock transform banish fix restore wake live',
  'trust beware ignore return press place hold clean wash cover remove allow aim begin',
  'continue finish set stick imagine picture order buy throw drop turn mention show limit',
  'swallow chew record prepare pack reduce increase prevent relieve build add switch',
  'rediscover reclaim regain beat boost protect insist refuse note watch bend breathe rub',
  'tick fill print collect inform schedule trade share pay pick tape dry change eliminate',
  'cure slow repair accept reverse eradicate ease regenerate rebuild regrow renew rejuvenate',
  'tighten abolish erase soothe tackle conquer defeat regain steer kick-start strengthen',
  'dodge escape quit target',
]
