/* The step as a module for Python. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

/* The next number. */
static PyObject *step(PyObject *module, PyObject *number) {
    (void)module;
    unsigned long value = PyLong_AsUnsignedLong(number);
    if (value == (unsigned long)-1 && PyErr_Occurred()) {
        return NULL;
    }
    uint32_t x = (uint32_t)value;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return PyLong_FromUnsignedLong(x);
}

static PyMethodDef methods[] = {
    {"step", step, METH_O, "The next number."},
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
