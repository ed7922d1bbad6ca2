select count(*)
from changed;
