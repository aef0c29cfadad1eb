/* The C library's toupper as a module for Python. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <ctype.h>

/* Read anew each time, since <ctype.h> may have a body for it, which would be put in the place of a call. */
static int (*volatile const call)(int) = toupper;

/* The upper case of a character. */
static PyObject *upper(PyObject *module, PyObject *number) {
    (void)module;
    long character = PyLong_AsLong(number);
    if (character == -1 && PyErr_Occurred()) {
        return NULL;
    }
    return PyLong_FromLong(call((int)character));
}

static PyMethodDef methods[] = {
    {"toupper", upper, METH_O, "The upper case of a character."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "native",
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_native(void) {
    return PyModuleDef_Init(&definition);
}
