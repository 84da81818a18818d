// Medical and official words that most readers do not know, and plain words with the same meaning: the words that
// the built-in glossary of policy/plain/glossary.ts takes from public lists.
//
// Sources: CDC, Everyday Words for Public Health Communication; NHS digital service manual, A to Z of NHS health
// writing; NIH MedlinePlus, Understanding Medical Words; Plain English Campaign, The A to Z of alternative words.

/** Lines of a term, its plain words, and its irregular forms, with bars between them. */
export const JARGON = `
acute|sudden and short
adhesion|scar tissue that sticks together
adjuvant|added to the main treatment
adolescent|teenager
ameliorate|make better
anaemia|too few red blood cells|anemia
anomaly|something unusual|anomalies
antipyretic|medicine that lowers a fever
arrhythmia|uneven heartbeat
benign|not cancer
biopsy|test of a small piece of tissue|biopsies
bradycardia|slow heartbeat
carcinogen|something that can cause cancer|carcinogenic
carcinoma|cancer
cardiovascular|of the heart and blood vessels
cerebral|of the brain
cessation|stopping
coagulate|clot|coagulation
congenital|present at birth
congestive|caused by too much fluid
contagious|easily passed to others
convulsion|fit, or seizure
coronary|of the heart's own blood vessels
cranial|of the skull
decubitus ulcer|bedsore, or pressure sore
deficiency|lack|deficiencies
dehydrate|lose too much water|dehydration
dermatitis|sore, itchy skin
dermatologist|skin doctor
diaphoresis|sweating
dilate|widen|dilation
distal|farther away
diuretic|medicine that makes you pass more urine
dysfunction|problem with how it works
embolus|blockage
endemic|always present in an area
endocrine|to do with hormones
epidemiology|study of how often diseases occur
epistaxis|nosebleed
erythrocyte|red blood cell
facilitate|help
fracture reduction|setting of a broken bone
gastric|of the stomach
gastrointestinal|of the stomach and bowels
gestation|pregnancy
glucose intolerance|trouble using sugar
haemoglobin|part of blood that carries oxygen|hemoglobin
haematology|to do with blood|hematology
hypothermia|dangerously low body temperature
hypoxia|too little oxygen
immunocompromised|having a weak immune system
immunization|vaccination|immunisation
incidence|number of new cases
incubation period|time before symptoms show
infarction|death of tissue without blood|infarct
ingest|swallow or eat|ingestion
inhibit|slow or stop|inhibitor
intermittent|coming and going
intraocular|in the eye
latent|hidden
lethargy|lack of energy|lethargic
leukocyte|white blood cell
lipid|fat
malignancy|cancer|malignancies
metabolise|use up or break down|metabolize
metastasis|spread of cancer|metastases, metastatic, metastasize
micturition|passing urine
mitigate|make less harmful|mitigation
morbidity|illness
myocardial infarction|heart attack
myopia|short sight
neonatal|of newborns|neonate, neonates
neoplasm|growth, or tumour|neoplastic
nephropathy|kidney disease
neurologic|of the nerves|neurological
nocturnal|at night
occlusion|blockage|occlude, occluded
oncologist|cancer doctor|oncology
ophthalmic|of the eye|ophthalmologist
orthopaedic|of bones and joints|orthopedic
ossification|turning into bone
palliative|easing symptoms
paresthesia|pins and needles|paraesthesia
pathogen|germ|pathogenic
pediatric|for children|paediatric
perinatal|around birth
peripheral|away from the centre
pharmaceutical|medicine
polyuria|passing much urine
postnatal|after birth
postprandial|after a meal
predisposition|higher chance|predispose, predisposed
prevalence|how common it is
prognostic|to do with the outlook
progressive|getting worse with time
prone|lying face down
proximal|nearer
purulent|full of pus
radiologist|doctor who reads scans
recurrence|return|recurrent
regimen|plan of treatment
remission|time without signs of disease
respiratory|of breathing
rhinitis|runny, stuffy nose
sclerosis|hardening
somatic|of the body
somnolence|sleepiness|somnolent
susceptible|likely to get|susceptibility
suture|stitch
syncope|fainting
systemic|affecting the whole body
thrombus|blood clot|thrombi
toxicity|harm from a substance
transdermal|through the skin
transient|short
triglyceride|fat in the blood
urinalysis|urine test
utilise|use|utilize
vascular|of the blood vessels
vertigo|dizziness
viral load|amount of virus
comprehensive|complete
consequently|so
demonstrate|show
discontinue|stop
expedite|speed up
initiate|start
numerous|many
prior to|before
pursuant to|under
subsequent|later|subsequently
sufficient|enough
approximately|about
magnitude|size
necessitate|need
`
